"""When a figure held, in whose words and in what voice: years, forecasts, conditions, speakers, quotations."""
