"""Draws the picture of the README from the default study: `make picture`."""

from pathlib import Path

from dateline import build_corpus, charts, count_by_period, find_mentions, load_codebook, open_study

THEME = "taiwan_dispute"


def main() -> None:
    corpus = build_corpus(open_study("seeds"))
    codebook = load_codebook(corpus.study.codebook)
    mentions = find_mentions(corpus.articles, codebook)
    series = count_by_period(mentions, corpus.articles, codebook)
    one = series[series["theme"] == THEME]
    axes = charts.draw_share(one, label=codebook.labels[THEME])
    axes.figure.savefig(Path(__file__).with_name("picture.png"), dpi=150, bbox_inches="tight")


if __name__ == "__main__":
    main()
