"""Every way in which the command shows what files hold, and how that is read back."""

from __future__ import annotations

from tests.escapes.material import TODAY

A, B = "ideas/plan-a.yaml", "ideas/plan-b.yaml"
SET = ["--set", "hostile"]
ON = [*SET, "--as-of", TODAY]
CASES = ["--cases", "cases"]

SCORE = {
    "text": "terminal",
    "json": "json",
    "jsonl": "jsonl",
    "markdown": "markdown",
    "html": "html",
    "csv": "csv",
    "junit": "xml",
    "sarif": "sarif",
    "github": "github",
    "auto": "auto",
}
"""How each format of ``lifeline score`` is read back."""

RESULTS = {
    "explain": ["explain", A, *ON],
    "whatif": ["whatif", A, *ON],
    "whatif-try": ["whatif", A, "--try", "entry=nobody", *ON],
    "compare": ["compare", "ideas", *ON],
    "compare-raters": ["compare", "--raters", "ideas", *ON],
    "compare-advisers": ["compare", A, "--against", "hostile", *ON],
    "diff": ["diff", A, B, *ON],
    "precedents": ["precedents", A, *SET, *CASES],
    "rubric-show": ["rubric", "show", "hostile"],
    "rubric-show-one": ["rubric", "show", "hostile", "only-time"],
    "rubric-check": ["rubric", "check", "hostile"],
    "rubric-list": ["rubric", "list", "--rubrics", "."],
    "rubric-test": ["rubric", "test", "hostile", "--coverage"],
    "rubric-diff": ["rubric", "diff", "hostile", "tame", "--ideas", "ideas", "--as-of", TODAY],
    "market-events": ["market", "events", "--until", TODAY],
    "market-touching": ["market", "events", "--touching", "ideas", "--until", TODAY, *SET],
    "baseline-check": ["baseline", "check", "ideas", "--file", "baseline.yaml", *ON],
    "ledger-show": ["ledger", "show", "--file", "ledger.jsonl", "--as-of", "2027-11-22"],
    "ledger-due": ["ledger", "due", "--file", "ledger.jsonl", "--as-of", "2027-11-22"],
}
"""What prints one result, as text and as JSON."""

WAYS: dict[str, tuple[list[str], str]] = {
    **{
        f"score-{name}": (["score", "ideas", "--format", name, *ON], r) for name, r in SCORE.items()
    },
    "score-one": (["score", A, *ON], "terminal"),
    "score-full": (["score", "ideas", "--full", "--strict", *ON], "terminal"),
    "score-ask": (["score", A, "--ask", *ON], "terminal"),
    **{f"{name}-text": (words, "terminal") for name, words in RESULTS.items()},
    **{f"{name}-json": ([*words, "--format", "json"], "json") for name, words in RESULTS.items()},
    "backtest-text": (["backtest", *SET, *CASES], "cut"),
    "explain-question": (["explain", A, "entry", *ON], "terminal"),
    "explain-protection": (["explain", A, "network", *ON], "terminal"),
    "explain-finding": (["explain", A, "announced", *ON], "terminal"),
    "market-sources": (["market", "events", "--sources", "--until", TODAY], "terminal"),
    "rubric-show-markdown": (["rubric", "show", "hostile", "--format", "markdown"], "markdown"),
    "rubric-test-junit": (["rubric", "test", "hostile", "--format", "junit"], "xml"),
    "baseline-github": ([*RESULTS["baseline-check"], "--format", "github"], "github"),
    "report-html": (["report", A, *ON], "html"),
    "report-markdown": (["report", "ideas", "--format", "markdown", *ON], "markdown"),
    "badge-svg": (["badge", A, *ON], "picture"),
    "badge-json": (["badge", A, "--format", "json", *ON], "json"),
    "form-html": (["form", *SET, "--with", "all"], "form"),
    "schema-idea": (["schema", "idea", *SET], "json"),
}
"""A readable name: the words of the command, and how what it prints is read back."""

SET_UP = (
    ["baseline", "write", A, "--file", "baseline.yaml", *ON],
    ["ledger", "add", A, "--file", "ledger.jsonl", *ON],
)
"""What is run in a folder first: other verbs show what it writes."""
