"""From conflicts to what is told: findings with their arithmetic, and the ledger of every figure."""
