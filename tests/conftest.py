"""How hard property tests try: ``--hypothesis-profile thorough`` before a release."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("default", deadline=None, max_examples=100)
settings.register_profile("thorough", deadline=None, max_examples=5000)
settings.load_profile("default")
