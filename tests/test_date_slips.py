"""Other wordings of slips of date and age that are found, and what looks like a slip and is none."""

from __future__ import annotations

import pytest
from articles import check

CAUGHT = [
    "John Smith, who was born in 1915, was 81 when he died in 2007.",
    "Published 5 July 2024\n\nFounded in 1924, the club marks its 75th anniversary this year.",
    "Published 5 July 2024\n\nIt is the first Labour win since 1997, the first in 17 years.",
    "John Smith served 2010 to 2005.",
    "He was MP from 1987 to 2010 - 32 years in all.",
]


@pytest.mark.parametrize("text", CAUGHT)
def test_other_wordings_of_the_same_slips_are_found(text: str) -> None:
    assert [finding.rule for finding in check(text).findings if finding.severity == "error"]


# Look-alikes: true, or of somebody else, or not settled. Most are traps met in published articles, reworded.
PASSES = [
    "Sir John Hunt: 27 October 1929 – 19 September 2017\n\nSir John Hunt, who died aged 87, sat for over 30 years.",
    "Mary Jones, who died in 2007 aged 91, was born in 1915. Her husband died aged 81.",
    "Mary Jones was born in 1915. Her father died in 1943, aged 60, and Tom Hill died in 1950, aged 20.",
    "Margaret Jones (1979-1990) led the council. She died aged 87 in 2013.",
    "King John (1199-1216) signed the charter. He died aged 49.",
    "From the age of 12 he worked with his father. Tom Hill was born in 1943. He died in 2017, aged 73 or 74.",
    "Tom Hill first stood for the seat before his 30th birthday in 1959. He was born on 27 October 1929.",
    "“I was born in 1915 and I am 81 in 2007,” joked Mary Jones.",
    "Published 5 July 2024\n\nTen years ago, in 2014, Mary Jones won what Tom Hill had held for 33 years since 1981.",
    "Published 5 July 2024\n\nLabour won for the first time in 27 years, since 1997, after 14 years in opposition.",
    "Published 5 July 2024\n\nIt marked the 40th anniversary of the 1984 strike. It has met every 5 years since 1990.",
    "CP Scott edited the paper for 57 years (1872-1929) and owned it from 1907.",
    "He stood down in 2024 after 23 years as an MP; he had served from 2001 and, in the new seat, from 2010.",
    "The feud began in 1959 and five years later, in 1964, he won the seat.",
    "The plan runs from 2019 to 2015 levels. Results fell from 2010 to 2005 votes.",
    "The work took 18 months, from January 2019 to June 2020.",
    "Harold Brown died on 30 December 1950 and 62 years later, on 22 December 2012, was buried in his home town.",
    "The hearing opens on Tuesday 27 June 2017. The last one was on Thursday 27 June 2013.",
    "Published 5 July 2024\n\nThe count was on Thursday 4 July. It was the biggest since Friday 9 April.",
    "Published 3 January 2024\n\nThe fire broke out on Saturday 30 December.",
    "The battle of Hastings was fought on Saturday 14 October 1066.",
    "The rent is due on the 31st. The shop had 31 June brides and 30 February sales in stock.",
    "Mary Jones, 81, who was born in 1943, voted. Published 5 July 2024.",
    "Mary Jones (born 4 May 1943) and Tom Hill, 81, voted. Hill was born in Hull.",
    "Mary Jones was born in 1915. The wife of Mary Jones's son died in 2007, aged 61.",
    "Tom Hill (1930-2010) was a baker. The widow of Tom Hill died aged 99. Tributes came to Ann Hill.",
    "Queen Elizabeth II (1952-2022) died aged 96. Editor:\nCP Scott: 1872-1929\nCP Scott died aged 85 in 1932.",
    "Zorba Marsh was the older brother of Ann Marsh. Ann Marsh was born in 1950. Marsh died in 1989 aged 71.",
    "Published 5 July 2024\n\nLabour won power after 14 years in opposition, its first victory since 2005.",
    "From 2010 to 2015, 12 years after the war, she was away. Had Tom Hill died in 1901, aged 9?",
    "Published 5 July 2024\n\nAbout 10 years ago, in 2016, the mill closed. Two decades ago, in 2001, it was sold.",
    "Published 12 May 2024\n\nIn 1994 the party lost its leader. Tom Hill, born in 1938, died on 12 May, aged 55.",
    "Published 5 July 2024\n\nMary Jones, 34, was born on 12 May in Hull. Tom Hill, aged 20 in June, was born in 1990.",
    "Published 1 August 2024\n\nIn 1966 the ground was full. On Saturday 30 July England won.",
    "Published 5 July 2024\n\nFounded in 1924, the club marks its 100th anniversary. It is the first win since 1997.",
    "John Smith, who was born in 1915, was 91 when he died in 2007. His wife was 81 when she died in 1990.",
    "Life expectancy is 80 years (2014-16). It rose to 81 years from 2017 to 2019.",
    "Mary Jones, born in 1943, aged 80, died in 2023. She served 10 years of a 23-year sentence from 2001 to 2011.",
    "Published 5 July 2024\n\nIn 1985 34-year-old Mary Jones left. Mary Jones, 34, sang in 1985. She was born in 1951.",
    "The average stay fell to 5 days from 2010 to 2015. The lease runs for 99 years from 1990 to 2020 prices.",
]


@pytest.mark.parametrize("text", PASSES)
def test_what_looks_alike_is_left_alone(text: str) -> None:
    assert check(text).findings == ()
