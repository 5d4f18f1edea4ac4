"""Reads workbooks of Kosh with openpyxl and holds their tables against the CSV of the same reports.

    python3 reread.py A.xlsx A.csv [B.xlsx B.csv ...]

Prints one JSON object a pair: `rows` compared, `differences` between the two, `formulas` with the
value written beside each, and what the sheet is set up to do.
"""

import csv
import datetime
import decimal
import json
import re
import sys

import openpyxl

FIGURE = re.compile(r"^-?\d+(\.\d+)?$")


def spelt(cell):
    """The cell as CSV spells it."""
    value, form = cell.value, cell.number_format
    if value is None or value == "…":
        return ""
    if isinstance(value, (datetime.datetime, datetime.date)):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, (int, float)):
        exact = decimal.Decimal(repr(value))
        if form == "0.0%":
            return str((exact * 100).quantize(decimal.Decimal("0.1")))
        places = len(form.split(".")[1]) if "." in form else 0
        return str(exact.quantize(decimal.Decimal(1).scaleb(-places)))
    # Figures of more than fifteen digits are kept as text.
    bare = value.replace("\u00a0", "").replace(",", ".")
    if cell.alignment.horizontal == "right" and FIGURE.match(bare):
        return bare
    # CSV disarms what a spreadsheet would take for a formula.
    return "'" + value if value[:1] in "=+-@" else value


def table(sheet):
    """The titles of the columns, and the rows below them up to the first blank one."""
    head = int(re.sub(r"\D", "", sheet.freeze_panes)) - 1
    titles = [cell.value for cell in sheet[head] if cell.value is not None]
    rows = []
    for row in sheet.iter_rows(min_row=head + 1, max_col=len(titles)):
        if all(cell.value is None for cell in row):
            break
        rows.append(row)
    return head, titles, rows


def data(rows, grouped):
    """The rows that CSV has, each with the title of its group where groups are titled."""
    group = ""
    for row in rows:
        if row[0].font.b:
            if grouped and all(cell.value is None for cell in row[1:]):
                group = row[0].value
            continue
        cells = [spelt(cell) for cell in row]
        yield [group] + cells if grouped else cells


def main():
    for xlsx, text in zip(sys.argv[1::2], sys.argv[2::2]):
        values = openpyxl.load_workbook(xlsx, data_only=True)
        formulas = openpyxl.load_workbook(xlsx)
        sheet = values.worksheets[0]
        head, titles, rows = table(sheet)
        with open(text, encoding="utf-8", newline="") as file:
            expected = list(csv.reader(file))
        grouped = len(expected[0]) > len(titles)
        found = list(data(rows, grouped))
        if not expected[1:]:
            found = []  # one line says that there are no records
        differences = [
            f"row {number}: {want} is {got}"
            for number, (want, got) in enumerate(zip(expected[1:], found), 1)
            if [field.replace("…", "") for field in want] != got
        ]
        if len(found) != len(expected) - 1:
            differences.append(f"{len(expected) - 1} rows are {len(found)}")
        written = {
            cell.coordinate: [cell.value, str(sheet[cell.coordinate].value)]
            for row in formulas.worksheets[0].iter_rows()
            for cell in row
            if cell.data_type == "f"
        }
        print(json.dumps({
            "rows": len(found),
            "differences": differences,
            "formulas": written,
            "sheets": values.sheetnames,
            "charts": sum(len(sheet._charts) for sheet in formulas.worksheets),
            "frozen": sheet.freeze_panes,
            "filter": sheet.auto_filter.ref,
            "repeated": sheet.print_title_rows,
            "landscape": sheet.page_setup.orientation == "landscape",
            "paper": sheet.page_setup.paperSize,
            "created": values.properties.created.isoformat(),
            "types": next(
                ([cell.data_type for cell in row] for row in rows if not row[0].font.b), []),
        }))


main()
