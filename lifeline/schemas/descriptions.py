"""What an editor says of each key of a rubric, a set and its claims, by model and key."""

from __future__ import annotations

CLAIMS = "The claims of claims.yaml that it rests on."
SLUG = "Lower-case words joined by hyphens"

DESCRIPTIONS = {
    "Rubric": {
        "rubric-format": "The format of the file.",
        "rubric": "The rubric's id: the name of its file without .yaml.",
        "title": "The rubric's name.",
        "about": "One or two sentences on what it judges.",
        "optional": "Leave it out until something of it is answered. It can cap no clock then.",
        "when": "To what products it applies: where this is not true, none of it is asked.",
        "score": "The name of its 0-100 score; left out, it has none.",
        "uses": "Questions of other rubrics that count towards this score.",
        "questions": "What founders are asked, in this order.",
        "parameters": "Dated facts about the market that formulas and conditions here name.",
        "quantities": "Arithmetic over numeric answers.",
        "protections": "What lifts caps.",
        "rules": "Caps and findings.",
    },
    "Use": {
        "question": "A question of another rubric that has points.",
        "weight": "How much it counts here.",
    },
    "Question": {
        "id": f"{SLUG}; unique in the set, and never used again.",
        "ask": "The question.",
        "why": "Why it is asked, in two sentences; shown on request.",
        "ask-whom": "Who knows the answer, or where it can be looked up, in a few words.",
        "claims": CLAIMS,
        "kind": "How it is answered: by one choice, several, a number, or yes or no.",
        "better": "Which side is better: first or last choice, more or fewer, higher or lower, yes"
        " or no; none only where nothing is scored.",
        "when": "It is asked when this is true, and hidden otherwise.",
        "may-not-apply": "Whether {not-applicable: reason} is an answer.",
        "evidence": "The least that backs an answer; left out, a bare answer will do.",
        "fresh-for": "Days until an answer is old, from the day of its newest evidence that counts;"
        " where none is asked for, from the assessed day, or that of newer evidence. Left out,"
        " it never is.",
        "changeable": "How long it takes to change what is asked; false for a fact of the past.",
        "weight": "How much it counts in the rubric's score.",
        "choices": "Two to seven, none overlapping, all cases covered, in the order of 'better'.",
        "unit": "The unit of a number, such as USD, month or USD/month; 1 for none.",
        "min": "The least number that it can be.",
        "max": "The greatest number that it can be.",
        "bands": "The points of a number: the first from min, each further one from its at-least.",
        "record": "What the record of the market suggests as the answer, by how far the big"
        " companies are with the product's capabilities.",
    },
    "Record": {
        "nothing": "The choice that fits where the record has nothing of it.",
        "announced": "The choice that fits where somebody has announced it.",
        "preview": "The choice that fits where somebody lets some people try it.",
        "shipped": "The choice that fits where somebody's users have it.",
    },
    "Choice": {
        "id": f"{SLUG}; unique in the question.",
        "label": "What is the case if it is chosen.",
        "points": "Its share of the question's weight, from 0 to 1.",
    },
    "Band": {
        "points": "The share of the question's weight, from 0 to 1.",
        "at-least": "The number from which these points are given.",
    },
    "Parameter": {
        "id": "The id of a market parameter: lifeline market parameters.",
        "unit": "Its unit there.",
    },
    "Quantity": {
        "id": f"{SLUG}; unique in the set.",
        "unit": "The unit that must come out of the formula.",
        "formula": "How it is computed.",
    },
    "Protection": {
        "id": f"{SLUG}; unique in the set.",
        "when": "It holds when this is true.",
        "because": "Why it protects.",
        "remedy": "How to get it.",
        "claims": CLAIMS,
        "demanded-by": "Its claim that demands it, where fewer than three dated products bear it"
        " out.",
    },
    "Rule": {
        "id": f"{SLUG}; unique in the rubric.",
        "when": "It fires when this is true; left out, always.",
        "cap": "The most that a clock can run.",
        "unless": "Protections, each with the months that it lifts the cap to; 12 takes it away.",
        "finding": "What it tells: a blocker, a warning or a note.",
        "because": "What is said to the founder when it fires.",
        "remedy": "What to do about it, beginning on Monday.",
        "claims": CLAIMS,
        "demanded-by": "Its claim that demands it, where fewer than three dated products bear it"
        " out.",
    },
    "Cap": {
        "clock": "The clock that it stops.",
        "months": "The most months that the clock runs.",
        "cause": "What stops it.",
    },
    "RubricSet": {
        "set-format": "The format of the file.",
        "set": "The set's id.",
        "version": "Major: meaning changed or removed; minor: added; patch: wording.",
        "title": "The set's name.",
        "language": "The language that it is written in, such as en.",
        "extends": "A set that this one stands on: its rubrics are judged too.",
        "rubrics": "Its rubrics, in the order in which they are asked: file names without .yaml.",
        "gate": "What an idea must meet unless a run says otherwise.",
        "valid-for": "Days for which a conclusion is taken to hold; then a warning says so.",
        "overrides": "What is otherwise in the extended set, by its rubrics and RUBRIC/IDs.",
        "retired": "Ids that are in use no more, so that older idea files can be read.",
    },
    "Extends": {
        "set": "The extended set, by its name: beside this one, or a shipped one.",
        "version": "The version of it that this set was written for.",
    },
    "Override": {
        "off": "Leave it out, and everything in it.",
        "weight": "Of a question: another weight.",
        "title": "Of a rubric: another name.",
        "about": "Of a rubric: another description.",
        "ask": "Of a question: another wording.",
        "why": "Of a question: another reason why it is asked.",
        "labels": "Of a question: other labels, by choice.",
        "because": "Of a rule or protection: another reason.",
        "remedy": "Of a rule or protection: another remedy.",
    },
    "Gate": {
        "min-months": "The least months that a lifeline must have.",
        "fail-on": "The findings that fail an idea: blockers, also warnings, or none.",
    },
    "Retired": {
        "id": "QUESTION, QUESTION.CHOICE or RUBRIC/RULE.",
        "in": "The version of the set that it is in no more.",
        "use": "The id that took its place; for a choice perhaps several.",
        "map": "What each old answer stands for now, or 'same'.",
    },
    "ClaimsFile": {
        "claims-format": "The format of the file.",
        "sources": "The documents that claims are taken from.",
        "claims": "What they say, one statement at a time.",
    },
    "Source": {
        "id": "How claims refer to it.",
        "title": "Its title.",
        "author": "Who wrote it.",
        "date": "When it was published.",
        "link": "Where it can be read.",
    },
    "Claim": {
        "id": "How questions, protections and rules refer to it.",
        "says": "The statement, in our words.",
        "source": "The source that says it.",
        "tag": "What kind of statement it is.",
        "asks": "Whether the source, as you read it, puts a question to founders.",
        "status": "What later events did to it.",
    },
    "Status": {
        "verdict": "Whether it holds.",
        "date": "The day on which one last looked.",
        "note": "What happened.",
    },
}
