"""The words that generated ideas are made of; `{}` stands for a number."""

NAMES = (
    "Deskmate", "Tallyho", "Paperclip", "Brightside", "Larder", "Kestrel", "Longhand",
    "Café Plan", "Northwind", "Sundial", "Quarry", "Mooring", "Footnote", "Harrow", "Pinwheel",
)  # fmt: skip

IDEAS = (
    "answers for the help desks of small shops",
    "contracts read and compared in a minute",
    "a tutor that marks homework, line by line",
    "the bookkeeping of restaurants",
    "minutes of meetings that become tasks",
    "drug leaflets in {} languages",
    "spare parts found from a photograph",
    "tenders drafted from what was won before",
)

SUMMARIES = (
    "Reads what comes in, drafts the answer and learns from every correction the team makes.",
    "Takes the {} forms that a new customer has to fill in and asks for what is missing.",
    "Watches the shared folder and says which of its documents contradict each other.",
    "Turns a recorded visit into an offer, with prices from the firm's own list.",
    "Keeps one plan for kitchen, stock and staff, and changes it when bookings change.",
)

PEOPLE = ("founder", "cto", "advisor", "sales", "design partner")

SAID = (
    "{} of a hundred users came back",
    "rebuilt by one developer in {} days",
    "announced for next quarter",
    "{} seats signed for a year",
    "pilots ask for an export",
    "the rival's price: {} a month",
    "{} teams moved away",
    "“we would miss it”, {} interviews",
    "terms of service, section {}",
    "they hire {} people to build it",
)

MEASURED = (
    "median of {} sessions: 4 minutes",
    "{} per cent of drafts sent unchanged",
    "cost of {} documents: 3.20",
    "{} crashes in a week of use",
)

NOTES = (
    "checked again in the second round",
    "holds for Europe; elsewhere unknown",
    "ask again in {} weeks",
    "two of the advisors disagree",
    "depends on the supplier",
    "see the minutes of meeting {}",
    "cheap to change below {} customers",
    "naïve estimate, better than none",
)

REASONS = ("prototype only", "we train nothing", "accepted by the board", "agreed with the pilot")
