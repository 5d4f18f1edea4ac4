/// The priors and thresholds of matching; `Seeds/Matching/settings.csv` has a row for each.
package struct MatchSettings: Hashable, Sendable {
  /// The least probability of a `match`, and of a `review`, in permille.
  package var matchPermille: Int
  package var reviewPermille: Int
  /// How many persons the register is taken to have where it has fewer.
  package var leastRegister: Int64
  /// The rarest a name is taken to be, in parts per million of persons.
  package var rarestShare: Int64
  /// Who applies, in parts per million: someone of the register, …
  package var registered: Int64
  /// … a brother or sister of someone in it, …
  package var relative: Int64
  /// … someone of the same name born on the same day, …
  package var namesake: Int64
  /// … or a twin.
  package var twin: Int64
  /// Where the others are those of a family of the register: the person is one of its members, …
  package var familyMember: Int64
  /// … a new member, …
  package var familyNew: Int64
  /// … or a new twin of one of them.
  package var familyTwin: Int64

  package init(
    matchPermille: Int, reviewPermille: Int, leastRegister: Int64, rarestShare: Int64,
    registered: Int64, relative: Int64, namesake: Int64, twin: Int64, familyMember: Int64,
    familyNew: Int64, familyTwin: Int64
  ) {
    self.matchPermille = matchPermille
    self.reviewPermille = reviewPermille
    self.leastRegister = leastRegister
    self.rarestShare = rarestShare
    self.registered = registered
    self.relative = relative
    self.namesake = namesake
    self.twin = twin
    self.familyMember = familyMember
    self.familyNew = familyNew
    self.familyTwin = familyTwin
  }
}
