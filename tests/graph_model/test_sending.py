"""What goes from process to process arrives as it was."""

from __future__ import annotations

import pickle

from hypothesis import given
from hypothesis import strategies as st

from graph_model.evidence import Claim, End, Evidence
from graph_model.schema import NODE_KINDS

NAMES = st.sampled_from(["'t Naoberhoês", "De Brug", "Vereniging “Élan”"])
ends = st.builds(End, st.sampled_from(sorted(NODE_KINDS)), NAMES, st.text())
evidence = st.builds(Evidence, st.text(), st.text(), st.text(), st.integers(), st.integers(), st.floats(0, 1))


@given(claim=st.builds(Claim, st.text(), ends, st.text(), st.none() | ends, evidence=st.tuples(evidence)))
def test_a_claim_arrives_as_it_was(claim: Claim) -> None:
    sent = pickle.loads(pickle.dumps(claim, pickle.HIGHEST_PROTOCOL))
    assert sent == claim
    assert sent.id == claim.id
