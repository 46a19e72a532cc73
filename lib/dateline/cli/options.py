"""Arguments and options that several commands share."""

from pathlib import Path

import click

study = click.argument("study", type=click.Path(path_type=Path))
since = click.option("--since", default="", metavar="DAY", help="First day, such as 2022-03-01.")
until = click.option("--until", default="", metavar="DAY", help="Last day.")
date_classes = click.option(
    "--date-classes", default="", metavar="CLASSES",
    help="Which dates count: ABC (known within 92 days; if not given), AB (8 days), A (stated).",
)  # fmt: skip
out = click.option(
    "-o", "--out", type=click.Path(path_type=Path), metavar="FILE",
    help="Write to FILE (.csv, .jsonl or .parquet by its ending), not to standard output.",
)  # fmt: skip
other_codebook = click.option(
    "--codebook", "codebook_name", default="", metavar="NAME",
    help="Another codebook than the study's own: starter, gpr, epu, or a .toml file.",
)  # fmt: skip
