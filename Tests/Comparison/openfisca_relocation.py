#!/usr/bin/env python3
"""Reckons the relocation payment of many families with openfisca-core, for `bench relocation`.

    pip install -r requirements.txt
    ./openfisca_relocation.py COUNTS.csv REGISTER.db DAY [RUNS]

COUNTS.csv has a row for each family of the register: head, spouses_and_children, others. The rule
is written as openfisca has rules written: the index and the multiples are parameters by date, the
amount is one vectorised formula over all families. It says, a name and a value on a line:

- `total`: the sum of all payments on DAY, in tenge;
- `calculate`: seconds of `Simulation.calculate` and the sum, where the counts stand in the
  simulation already;
- `file`: the same with the making of the simulation, and the reading of the file of counts;
- `register`: with the counting of the people in the register instead.

Each is the median of RUNS, with a simulation of its own every time. What is imported and the
parameters are made before.
"""

import sqlite3
import sys
import time

import numpy
from openfisca_core.entities import build_entity
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

COUNTS = ["head", "spouses_and_children", "others"]

Person = build_entity(key="person", plural="persons", label="A person", is_person=True)
Family = build_entity(
    key="family", plural="families", label="A family",
    roles=[{"key": "member", "plural": "members", "label": "A member"}],
)


def dated(values):
    """A parameter whose values begin on these days."""
    return {"values": {day: {"value": value} for day, value in values.items()}}


PARAMETERS = {
    # Tenge, since the first of January of the year.
    "mci": dated({"2023-01-01": 3450, "2024-01-01": 3692, "2025-01-01": 3932, "2026-01-01": 4325}),
    "multiple": {name: dated({"2023-01-01": 70}) for name in COUNTS},
}


def count_of(name):
    """The number of a family's members of one sort."""
    return type(name, (Variable,), {
        "value_type": int, "entity": Family, "definition_period": DateUnit.DAY, "label": name,
    })


class relocation(Variable):
    value_type = int
    entity = Family
    definition_period = DateUnit.DAY
    label = "The payment for relocation, in tenge"

    def formula(family, day, parameters):
        rules = parameters(day)
        amount = 0
        for name in COUNTS:
            rate = numpy.ceil(rules.multiple[name] * rules.mci).astype(int)
            amount = amount + family(name, day) * rate
        return amount


def system():
    made = TaxBenefitSystem([Person, Family])
    made.parameters = ParameterNode(name="", data=PARAMETERS)
    made.add_variables(*map(count_of, COUNTS), relocation)
    return made


def read(path):
    return numpy.loadtxt(path, delimiter=",", skiprows=1, dtype=numpy.int32, unpack=True)


def count(path, day):
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as register:
        rows = register.execute(
            """
            SELECT sum(relation = 'head'), sum(relation IN ('spouse', 'son', 'daughter')),
              sum(relation NOT IN ('head', 'spouse', 'son', 'daughter'))
            FROM membership WHERE closed_by IS NULL AND valid_from <= ?1
              AND (valid_to IS NULL OR valid_to > ?1)
            GROUP BY family_id
            """, (day,)).fetchall()
    return numpy.array(rows, dtype=numpy.int32).T


def simulation(rules, counts, day):
    made = SimulationBuilder().build_default_simulation(rules, len(counts[0]))
    for name, values in zip(COUNTS, counts):
        made.set_input(name, day, values)
    return made


def total(made, day):
    return int(made.calculate("relocation", day).sum(dtype=numpy.int64))


def main():
    path, register, day = sys.argv[1:4]
    runs = int(sys.argv[4]) if len(sys.argv) > 4 else 9
    rules = system()
    seconds = {"calculate": [], "file": [], "register": []}
    totals = set()
    for _ in range(runs):
        for source, counts in [("file", lambda: read(path)), ("register", lambda: count(register, day))]:
            start = time.perf_counter()
            made = simulation(rules, counts(), day)
            ready = time.perf_counter()
            totals.add(total(made, day))
            end = time.perf_counter()
            seconds[source].append(end - start)
            seconds["calculate"].append(end - ready)
    assert len(totals) == 1, totals
    print("total", totals.pop())
    for name, times in seconds.items():
        print(name, sorted(times)[len(times) // 2])


main()
