/// The priors and thresholds of matching; `Seeds/Matching/settings.csv` has a row for each.
package struct MatchSettings: Hashable, Sendable {
  /// The least probability of a `match`, and of a `review`, in permille.
  package var matchPermille: Int
  package var reviewPermille: Int
  /// How many persons the register is taken to have where it has fewer.
  package var leastRegister: Int64
  /// The rarest a name is taken to be, in parts per million of persons.
  package var rarestShare: Int64
  /// Of those who apply, people of the register, in parts per million.
  package var registered: Int64
  /// Of those who apply, brothers and sisters of people in it.
  package var relative: Int64
  /// Of those who apply, people with the name and the birth date of someone in it.
  package var namesake: Int64
  /// Of those who apply, twins of people in it.
  package var twin: Int64
  /// Of pairs of twins, those whose names are as alike as a slip of the pen makes two names.
  package var twinSimilar: Int64
  /// Of people whose family is one of the register, its members.
  package var familyMember: Int64
  /// Of people whose family is one of the register, new members.
  package var familyNew: Int64
  /// Of people whose family is one of the register, new twins of a member.
  package var familyTwin: Int64
  /// How often a new member bears the given name of a member, where strangers do it a million
  /// times.
  package var familyName: Int64

  package init(
    matchPermille: Int, reviewPermille: Int, leastRegister: Int64, rarestShare: Int64,
    registered: Int64, relative: Int64, namesake: Int64, twin: Int64, twinSimilar: Int64,
    familyMember: Int64,
    familyNew: Int64, familyTwin: Int64, familyName: Int64
  ) {
    self.matchPermille = matchPermille
    self.reviewPermille = reviewPermille
    self.leastRegister = leastRegister
    self.rarestShare = rarestShare
    self.registered = registered
    self.relative = relative
    self.namesake = namesake
    self.twin = twin
    self.twinSimilar = twinSimilar
    self.familyMember = familyMember
    self.familyNew = familyNew
    self.familyTwin = familyTwin
    self.familyName = familyName
  }
}
