"""Hostile idea files that are too large, or too dull, to be kept as files: name -> bytes."""

from __future__ import annotations

HEAD = b"lifeline: 1\nidea: A product\n"
ANSWERS = HEAD + b"assessed: 2023-06-30\nanswers:\n"
SMALL = "lifeline: 1\nidea: Größe 大小\n"
MILLION = 1_000_000


def bomb(layers: int, times: int) -> bytes:
    """Write lists of aliases of lists of aliases."""
    aliases = (b"a%d: &a%d [%s]\n" % (n, n, b"*a%d," % (n - 1) * times) for n in range(1, layers))
    return HEAD + b"a0: &a0 [lol, lol]\n" + b"".join(aliases)


def lines(pattern: bytes, count: int) -> bytes:
    """Write numbered lines."""
    return b"".join(pattern % number for number in range(count))


REFUSED = {
    # bombs
    "laughs": bomb(30, 9),
    "laughs-in-quick-succession": HEAD + b"capabilities: [&a 1," + b"*a," * 240_000 + b"]",
    "anchors": HEAD + b"capabilities: [" + b"&a 1," * 150_000 + b"]",
    "tags": HEAD + b"capabilities: [" + b"!!str 1," * 100_000 + b"]",
    # depth
    "deep-brackets": HEAD + b"summary: " + b"[" * 900_000,
    "deep-braces": HEAD + b"summary: " + b"{a: " * 200_000,
    "deep-pairs": HEAD + b"summary: " + b"[a: " * 200_000,
    "deep-lists": HEAD + b"summary:\n  " + b"- " * 400_000,
    "deep-questions": HEAD + b"summary:\n  " + b"? " * 400_000,
    "deep-tabs": HEAD + b"summary:\n  " + b"-\t" * 400_000,
    "deep-keys": HEAD + b"summary:\n" + b"".join(b" " * n + b"a:\n" for n in range(1, 1300)),
    "deep-dashes": HEAD + b"summary:\n" + b"".join(b" " * n + b"-\n" for n in range(1, 1300)),
    "deep-lists-in-utf-16": (HEAD.decode() + "a:\n  " + "- " * 200_000).encode("utf-16"),
    "deep-lists-in-a-small-file-in-utf-16": (HEAD.decode() + "a:\n  " + "- " * 12_000).encode(
        "utf-16"
    ),
    "deep-keys-in-utf-16": (
        HEAD.decode() + "a:\n" + "".join(f"{' ' * n}a:\n" for n in range(1, 690))
    ).encode("utf-16"),
    # number
    "many-keys": HEAD + lines(b"k%d:\n", 110_000),
    "many-equal-keys": HEAD + b"a:\n" * 300_000,
    "many-questions": ANSWERS + lines(b"  k%d: 1\n", 75_000),
    "many-equal-answers": ANSWERS + b"  entry: nobody\n" * 60_000,
    "many-choices": ANSWERS + b"  assets: [" + b"x," * 450_000 + b"]",
    "many-equal-choices": ANSWERS + b"  assets: [" + b"network," * 5_000 + b"]",
    "many-keys-in-braces": HEAD + b"capabilities: {" + b"a," * 450_000 + b"}",
    "many-lists": HEAD + b"capabilities: [" + b"[]," * 300_000 + b"]",
    "many-items-of-evidence": ANSWERS + b"  entry:\n    evidence: [" + b"1," * 400_000 + b"]",
    "many-waivers": HEAD + b"waivers:\n" + lines(b"  lifeline/w%d: {}\n", 24_000),
    "many-sets-then-one-many-times": HEAD
    + b"set:\n"
    + lines(b"  s%d: 1.0.0\n", 8_000)
    + b"  s7999: 1.0.0\n" * 8_000,
    "many-nearly-known-words": ANSWERS + lines(b"  entri%d: 1\n", 20_000),
    "many-long-words": ANSWERS + lines(b"  " + b"next-model-" * 5 + b"%d: 1\n", 12_000),
    "many-values-in-utf-16": (HEAD.decode() + "a:\n" * 160_000).encode("utf-16"),
    # length
    "too-large": HEAD + b"#" * MILLION,
    "long-name": b"lifeline: 1\nidea: " + b"a" * 999_000,
    "long-quoted-name": b'lifeline: 1\nidea: "' + b"a" * 999_000 + b'"',
    "long-id": HEAD + b"id: " + b"a-" * 400_000 + b"a",
    "long-key": HEAD + b"k" * 900_000 + b": 1\n",
    "long-key-with-a-question-mark": HEAD + b"? " + b"k" * 900_000 + b"\n: 1\n",
    "long-key-twice": HEAD + b"set:\n" + (b"  ? " + b"k" * 400_000 + b"\n  : 1.0.0\n") * 2,
    "long-choice": ANSWERS + b"  entry: " + b"x" * 900_000,
    "long-note": ANSWERS + b"  entry: {answer: nobody, note: " + b"x " * 400_000 + b"}",
    "long-link": ANSWERS + b"  entry: {evidence: [{link: 'https://" + b"x" * 900_000 + b"'}]}",
    "long-line-with-a-fault": HEAD + b"summary: " + b"a " * 200_000 + b": " + b"b " * 200_000,
    "many-lines-and-a-fault": HEAD + b"\n" * 990_000 + b"]",
    "many-wide-spaces-and-a-fault": HEAD + ("\u3000" * 300_000).encode() + b"entry announced\n",
    "many-spaces-that-keep-words-together-and-a-fault": HEAD + b"\xc2\xa0" * 400_000 + b"\n- a",
    "quotes-without-end": HEAD + b"capabilities: [" + b"'a'," * 200_000,
    "quotes-beside-quotes": HEAD + b"summary: " + b"'a' " * 200_000,
    # numbers
    "5000-digits": ANSWERS + b"  runway: " + b"9" * 5_000,
    "900000-digits": ANSWERS + b"  runway: " + b"9" * 900_000,
    "large-exponent": ANSWERS + b"  runway: 1e" + b"9" * 5_000,
    "many-commas": ANSWERS + b"  runway: 1" + b",000" * 200_000,
    "5000-digits-of-a-version": HEAD + b"set: {ngc: " + b"1" * 5_000 + b".0.0}",
    "5000-digits-of-a-date": HEAD + b"assessed: " + b"1" * 5_000 + b"-01-01",
    # encodings
    "utf-16-le-without-mark": SMALL.encode("utf-16-le"),
    "utf-16-be-without-mark": SMALL.encode("utf-16-be"),
    "utf-16-cut-in-a-sign": SMALL.encode("utf-16")[:-1],
    "utf-32": SMALL.encode("utf-32"),
    "latin-1": "lifeline: 1\nidea: Café\n".encode("latin-1"),
    "half-a-surrogate": b"lifeline: 1\nidea: \xed\xa0\x80\n",
    "overlong-slash": b"lifeline: 1\nidea: \xc0\xaf\n",
    "only-nul": b"\0" * 5_000,
    "only-high-bytes": b"\xff" * 5_000,
}
"""What is refused."""

READ = {
    "5000-digits-behind-the-point": ANSWERS + b"  runway: 6." + b"0" * 5_000,
    "many-empty-lines": HEAD + b"\n" * 990_000,
    "many-comments": HEAD + b"# &a *a !a\n" * 90_000,
    "long-comment": HEAD + b"#" + b"c" * 990_000,
    "far-indentation": HEAD + b"summary: |\n" + b" " * 990_000 + b"x",
    "utf-16-le": b"\xff\xfe" + SMALL.encode("utf-16-le"),
    "utf-16-be": b"\xfe\xff" + SMALL.encode("utf-16-be"),
    "byte-order-mark": b"\xef\xbb\xbf" + SMALL.encode(),
    "crlf": SMALL.replace("\n", "\r\n").encode(),
    "cr": SMALL.replace("\n", "\r").encode(),
    "line-separators": SMALL.replace("\n", "\u2028").encode(),
}
"""What is odd, but an idea file."""
