"""The command line. Results go to standard output or `-o`; everything else to standard error."""

from dateline.cli.group import main
from dateline.cli.reports import charts, diff, report
from dateline.cli.studies import check, codebook, lab, new
from dateline.cli.tables import articles, count, dates, passages

for command in (
    report, diff, charts, dates, articles, count, passages, check, codebook, new, lab,
):  # fmt: skip
    main.add_command(command)

__all__ = ["main"]
