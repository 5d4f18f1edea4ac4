/// The sex that a paper states, by the letter it stands under in papers and files.
package enum Sex: String, Hashable, Sendable, CaseIterable {
  case male = "M"
  case female = "F"
}
