"""One draft with five known slips, as text, Markdown, HTML and Word: the same words, so the same findings.

1. 13,303 - 12,796 = 507, given as 607. 2. A turnout given as 61.0% and as 64.0%. 3. 4 July 2024 was a Thursday.
4. Shares of 60.0% and 48.0% add up to 108. 5. 10,210 - 8,006 = 2,204, given as 2,150.
"""

from __future__ import annotations

import io

TITLE = "Counts in one night"
PARAGRAPHS = (
    "Ann Lee won Thornbury with 13,303 votes, a majority of 607 over Raj Patel on 12,796.",
    "Turnout in Kelso was 61.0%. Later the returning officer said that turnout in Kelso was 64.0%.",
    "The count was held on Friday 4 July 2024.",
    "Result in Selby",
)
ROWS = (
    ("Candidate", "Votes", "Share"),
    ("Mary Fox (Labour)", "12,000", "60.0%"),
    ("Tom Reed (Conservative)", "8,000", "48.0%"),
    ("Total", "20,000", "100.0%"),
)
LAST = "Mark Webb won Romsey with 10,210 votes, a majority of 2,150 over Sue Bell on 8,006."

RULES = {
    "election/majority-off": 2,
    "core/figures-differ": 1,
    "core/weekday-off": 1,
    "election/shares-over-100": 1,
}
# what each finding must cite: these words, in this line of the plain text
PLACES = (
    ("607", 3),
    ("12,796", 3),
    ("61.0%", 5),
    ("64.0%", 5),
    ("Friday 4 July 2024", 7),
    ("60.0%", 12),
    ("48.0%", 13),
    ("2,150", 16),
    ("8,006", 16),
)
WORD_PLACES = {
    "607": "paragraph 2",
    "64.0%": "paragraph 3",
    "Friday 4 July 2024": "paragraph 4",
    "48.0%": "table 1, row 3, column 3",
    "2,150": "paragraph 6",
}


def as_text() -> str:
    rows = "\n".join(" | ".join(row) for row in ROWS)
    return "\n\n".join((TITLE, *PARAGRAPHS, rows, LAST)) + "\n"


def as_markdown() -> str:
    head, *body = [f"| {' | '.join(row)} |" for row in ROWS]
    table = "\n".join((head, "|---|---|---|", *body))
    words = (f"# {TITLE}", *(each.replace("607", "**607**") for each in PARAGRAPHS), table, LAST)
    return "\n\n".join(words) + "\n"


def as_html() -> str:
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>\n" for row in ROWS)
    body = "".join(f"<p>{each.replace('607', '<b>607</b>').replace(',', '&#44;')}</p>\n" for each in PARAGRAPHS)
    return (
        f"<!doctype html><html><head><title>608 votes</title></head><body><nav>609 votes</nav><main>\n<h1>{TITLE}</h1>"
        f"\n{body}<table>{rows}</table>\n<p>{LAST}</p></main><footer>610 votes</footer></body></html>"
    )


def as_word() -> bytes:
    import docx

    file = docx.Document()
    file.add_heading(TITLE, 0)
    for words in PARAGRAPHS:
        before, figure, after = words.partition("607")
        paragraph = file.add_paragraph(before)
        paragraph.add_run(figure).bold = True
        paragraph.add_run(after)
    table = file.add_table(len(ROWS), len(ROWS[0]))
    for number, row in enumerate(ROWS):
        for column, cell in enumerate(row):
            table.cell(number, column).text = cell
    file.add_paragraph(LAST)
    data = io.BytesIO()
    file.save(data)
    return data.getvalue()
