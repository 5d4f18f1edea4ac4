/// A granted allowance.
package enum Grant: Numbered {
  package static let letter: Character = "G"
}
