"""What judges each idea that somebody walks through: the set, figures and gate that CI takes."""

from __future__ import annotations

from argparse import Namespace

from lifeline.cli.commands import choosing
from lifeline.cli.configuration.settling import settings_of, view_of
from lifeline.cli.gates import chosen_gate
from lifeline.cli.sets import chosen_folder, chosen_market, chosen_set
from lifeline.reading.sets import languages_of
from lifeline.scoring.assess import Assessor

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifeline.cli.configuration.settling import Settings
    from lifeline.cli.configuration.view import View


class Assessors:
    """Chooses what judges an idea, by its file, as ``lifeline score`` would."""

    def __init__(self, args: Namespace) -> None:
        """Take the arguments of the verb; what they do not say is configured for each idea."""
        self.args = args
        self.settled: dict[str, Settings] = {}
        self.known: dict[View, Assessor] = {}

    @property
    def languages(self) -> list[str]:
        """The languages in which the set can ask, its own first."""
        folder = chosen_folder(self._about("", ""))
        source = chosen_set(self._about("", ""))["language"]
        return [source, *(code for code in languages_of(folder) if code != source)]

    @property
    def choosing(self) -> str:
        """The words of a command line that choose the set as this one does."""
        return choosing(self.args)

    @property
    def ends_with_zero(self) -> bool:
        """Whether ``lifeline score`` ends with 0 here, whatever an idea comes to."""
        return bool(settings_of(self._about("", "")).of_run().value("exit-zero"))

    def assessor(self, path: str, language: str = "") -> Assessor:
        """Give what judges the idea in a file.

        Args:
            path: the file, which need not be there yet; "" for none in particular.
            language: of the texts; "" for the one that is configured.

        Raises:
            LifelineError: when what is configured for it cannot be read, or is not there.
        """
        args = self._about(path, language)
        view = view_of(args)
        if view not in self.known:
            self.known[view] = _assessor(args, view)
        return self.known[view]

    def _about(self, path: str, language: str) -> Namespace:
        """Give arguments that name a file and a language; what is settled is looked up once."""
        given = {**vars(self.args), "idea": path, "lang": language or self.args.lang}
        given["settings"] = self.settled.get(language)  # a flag of the language may be new
        args = Namespace(**given)
        self.settled[language] = settings_of(args)
        return args


def _assessor(args: Namespace, view: View) -> Assessor:
    compiled = chosen_set(args)
    strict = bool(view.value("strict"))
    return Assessor(compiled, chosen_market(args), chosen_gate(args, compiled), strict=strict)
