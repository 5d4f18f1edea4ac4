#!/usr/bin/env python3
"""Links a re-application to a register with splink on duckdb, beside what Kosh gave.

    pip install -r requirements.txt
    ./splink_compare.py BASE.csv REAPPLY.csv TRUTH.csv --kosh ../../.build/release/kosh \
        [--base-keys BASE-KEYS.csv --reapply-keys REAPPLY-KEYS.csv] [--kosh-output OUT.csv]

Both ways start from the same two intake files and are counted by `kosh match score` against the
same truth, so that no figure depends on who counted. `raw` gives splink the columns as they
stand, with empty text as null; `keys` gives it the keys into which Kosh folds names
(`line, given_key, family_key, father_key`, the header is line 1). Nothing is tuned on the truth:
the parameters are estimated by splink itself, and the threshold is an option.
"""

import argparse
import json
import logging
import os
import subprocess
import sys
import time

import duckdb
import pandas
import splink
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on
from splink.blocking_rule_library import CustomRule

RAW_NAMES = [
    "family_name", "given_name", "patronymic", "family_name_latin", "given_name_latin",
    "name_native",
]
KEY_NAMES = ["given_key", "family_key", "father_key"]
FACTS = ["sex", "birth_date", "iin", "document_number"]


def read(path, keys):
    """An intake file with the line of each row; the header is line 1."""
    frame = pandas.read_csv(path, dtype=str, keep_default_na=False)
    frame.insert(0, "line", range(2, len(frame) + 2))
    if keys:
        folded = pandas.read_csv(keys, dtype=str, keep_default_na=False)
        folded["line"] = folded["line"].astype(int)
        frame = frame.merge(folded, on="line", how="left")
    names = KEY_NAMES if keys else RAW_NAMES
    frame = frame[["line", "family_ref"] + names + FACTS].copy()
    for column in names:
        frame[column] = frame[column].str.strip().str.lower()
    # Years and months alone are kept for the year, but are no full date.
    frame["birth_year"] = frame["birth_date"].str[:4]
    frame["birth_full"] = frame["birth_date"].where(frame["birth_date"].str.len() == 10, "")
    frame = frame.replace({"": None})
    return frame.rename(columns={"line": "unique_id"})


def birth():
    """Full dates, dates of which one paper gives less, and the usual slips."""
    def year(side):
        return f"birth_year_{side}"

    def level(sql, label):
        return cll.CustomLevel(sql, label)

    both = "birth_full_l IS NOT NULL AND birth_full_r IS NOT NULL"
    swapped = (
        f"{both} AND {year('l')} = {year('r')} AND "
        "substr(birth_full_l, 6, 2) = substr(birth_full_r, 9, 2) AND "
        "substr(birth_full_l, 9, 2) = substr(birth_full_r, 6, 2)")
    shorter = "least(length(birth_date_l), length(birth_date_r))"
    partial = f"substr(birth_date_l, 1, {shorter}) = substr(birth_date_r, 1, {shorter})"
    return cl.CustomComparison(
        output_column_name="birth", comparison_description="birth date",
        comparison_levels=[
            cll.NullLevel("birth_date"), cll.ExactMatchLevel("birth_full"),
            level(swapped, "day and month swapped"), level(partial, "as far as one is given"),
            level(f"{both} AND damerau_levenshtein(birth_full_l, birth_full_r) <= 1",
                  "one character"),
            level(f"{year('l')} = {year('r')}", "same year"), cll.ElseLevel(),
        ])


def settings(has_keys, people):
    """Comparisons and blocking as splink's own guides set them up for people.

    As a prior each line has one person among those of the register.
    """
    names = KEY_NAMES if has_keys else RAW_NAMES
    comparisons = [
        cl.JaroWinklerAtThresholds(name, [0.92, 0.8]).configure(term_frequency_adjustments=True)
        for name in names if name not in ("given_key", "family_key")
    ]
    if has_keys:
        # Takes given name and family name in either order.
        comparisons.append(cl.ForenameSurnameComparison("given_key", "family_key"))
    comparisons += [
        birth(), cl.ExactMatch("sex"), cl.ExactMatch("document_number"), cl.ExactMatch("iin"),
    ]
    return SettingsCreator(
        link_type="link_only", comparisons=comparisons,
        probability_two_random_records_match=1 / people,
        blocking_rules_to_generate_predictions=blocking(has_keys),
        retain_intermediate_calculation_columns=False)


def blocking(has_keys):
    rules = [block_on("birth_full"), block_on("document_number"), block_on("iin")]
    if has_keys:
        first = "l.given_key = r.family_key"
        return rules + [
            block_on("given_key", "birth_year"), block_on("family_key", "birth_year"),
            block_on("father_key", "birth_year"), block_on("given_key", "father_key"),
            block_on("given_key", "family_key"),
            CustomRule(f"{first} AND l.birth_year = r.birth_year"),
            CustomRule(f"{first} AND l.family_key = r.given_key"),
            CustomRule(f"{first} AND l.father_key = r.given_key"),
        ]
    return rules + [
        block_on("given_name", "birth_year"), block_on("given_name_latin", "birth_year"),
        block_on("family_name", "birth_year"), block_on("family_name_latin", "birth_year"),
        block_on("given_name", "family_name"), block_on("given_name_latin", "family_name_latin"),
        CustomRule("l.given_name_latin = r.family_name_latin AND l.birth_year = r.birth_year"),
        CustomRule("l.given_name = r.family_name AND l.birth_year = r.birth_year"),
    ]


def train(linker, has_keys):
    linker.training.estimate_u_using_random_sampling(max_pairs=5e6, seed=1)
    names = (
        [("given_key", "father_key"), ("given_key", "family_key")] if has_keys
        else [("given_name", "family_name"), ("given_name_latin", "family_name_latin")])
    for rule in [block_on("birth_full"), *(block_on(*pair) for pair in names)]:
        linker.training.estimate_parameters_using_expectation_maximisation(rule)


def link(base, reapply, has_keys):
    """The pairs with their probability, and the seconds for training and for all."""
    started = time.monotonic()
    linker = Linker(
        [base, reapply], settings(has_keys, len(base)), db_api=DuckDBAPI(),
        input_table_aliases=["a_base", "b_reapply"])
    # splink sets its own level when a linker is made.
    logging.disable(logging.WARNING)
    train(linker, has_keys)
    trained = time.monotonic()
    pairs = linker.inference.predict(threshold_match_probability=0.01).as_pandas_dataframe()
    done = time.monotonic()
    return pairs, trained - started, done - started


def write(pairs, base, path, match, review):
    """Kosh's own form of an answer; a line's best candidate alone can be its match."""
    references = dict(zip(base["unique_id"], base["family_ref"]))
    best = pairs.sort_values(
        ["match_probability", "unique_id_l"], ascending=[False, True]
    ).drop_duplicates("unique_id_r")
    with open(path, "w", encoding="utf-8") as out:
        out.write("line,candidate_person,candidate_family_ref,candidate_source_line,score,")
        out.write("decision,reasons\n")
        for row in best.itertuples():
            score = row.match_probability
            decision = "match" if score >= match else "review" if score >= review else "none"
            out.write(f"{row.unique_id_r},,{references[row.unique_id_l]},{row.unique_id_l},")
            out.write(f"{score:.6f},{decision},\n")


def count(kosh, output, truth, lines):
    command = [kosh, "match", "score", output, truth, "--lines", str(lines), "--json"]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


def shown(name, score, seconds):
    def share(part):
        if part["percent"] is None:
            return "-"
        return f"{part['percent']} ({part['low']} to {part['high']})"
    return (
        f"| {name} | {share(score['recall'])} | {share(score['precision'])} | "
        f"{share(score['review'])} | {seconds} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("base", help="the intake file of the register")
    parser.add_argument("reapply", help="the re-applications")
    parser.add_argument("truth", help="intake_line and reapply_line of each person")
    parser.add_argument("--kosh", default="kosh", help="the program that counts")
    parser.add_argument("--base-keys", help="given_key, family_key, father_key by line")
    parser.add_argument("--reapply-keys", help="the same of the re-applications")
    parser.add_argument("--kosh-output", help="what kosh match file gave, to stand beside")
    parser.add_argument("--kosh-seconds", default="-", help="how long that took")
    parser.add_argument("--match", type=float, nargs="+", default=[0.5, 0.9, 0.99, 0.999],
                        help="probabilities from which a pair is a match")
    parser.add_argument("--review", type=float, default=0.1,
                        help="probability from which a pair is for review")
    parser.add_argument("--into", default=".", help="the folder for the answers")
    options = parser.parse_args()
    os.makedirs(options.into, exist_ok=True)
    if bool(options.base_keys) != bool(options.reapply_keys):
        parser.error("--base-keys and --reapply-keys go together")
    print(f"splink {splink.__version__}, duckdb {duckdb.__version__}, Python {sys.version.split()[0]}")
    print()
    print("| way | recall, % | precision, % | in review, % | seconds |")
    print("| --- | --- | --- | --- | --- |")
    ways = [("raw", None, None)]
    if options.base_keys:
        ways.append(("keys", options.base_keys, options.reapply_keys))
    lines = 0
    for way, base_keys, reapply_keys in ways:
        base, reapply = read(options.base, base_keys), read(options.reapply, reapply_keys)
        lines = len(reapply)
        pairs, training, seconds = link(base, reapply, bool(base_keys))
        for match in options.match:
            output = f"{options.into}/splink-{way}-{match}.csv"
            write(pairs, base, output, match, min(options.review, match))
            score = count(options.kosh, output, options.truth, lines)
            took = f"{seconds:.1f} ({training:.1f} training)"
            print(shown(f"splink {way}, from {match}", score, took), flush=True)
    if options.kosh_output:
        score = count(options.kosh, options.kosh_output, options.truth, lines)
        print(shown("Kosh", score, options.kosh_seconds))


if __name__ == "__main__":
    main()
