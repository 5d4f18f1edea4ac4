internal import CXlsxWriter

/// How a cell looks.
package struct CellStyle: Hashable {
  package enum Alignment: Hashable { case start, centre, end }
  package enum Rule: Hashable { case none, hair, thin, thick }

  package var alignment: Alignment?
  package var isBold = false
  package var isGrey = false
  package var wraps = false
  package var isShaded = false
  package var size: Double = 10
  package var above = Rule.none
  package var below = Rule.none
  /// A number format of Excel, such as `#,##0.00`; text where it is `@`.
  package var number: String?

  package init() {}

  /// The same with changes.
  package func with(_ change: (inout CellStyle) -> Void) -> CellStyle {
    var copy = self
    change(&copy)
    return copy
  }

  func apply(to format: UnsafeMutablePointer<lxw_format>, by library: UnsafePointer<kosh_xlsx>) {
    let call = library.pointee
    _ = call.format_set_font_name(format, "Calibri")
    _ = call.format_set_font_size(format, size)
    if isBold { _ = call.format_set_bold(format) }
    if isGrey { _ = call.format_set_font_color(format, 0x595959) }
    if wraps { _ = call.format_set_text_wrap(format) }
    if isShaded { _ = call.format_set_bg_color(format, 0xECEFF1) }
    if let number { _ = call.format_set_num_format(format, number) }
    if above != .none { _ = call.format_set_top(format, Self.border(above)) }
    if below != .none { _ = call.format_set_bottom(format, Self.border(below)) }
    if above != .none || below != .none { _ = call.format_set_border_color(format, 0x7F7F7F) }
    _ = call.format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    switch alignment {
    case .start: _ = call.format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
    case .centre: _ = call.format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    case .end: _ = call.format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    case nil: break
    }
  }

  private static func border(_ rule: Rule) -> UInt8 {
    switch rule {
    case .none: UInt8(LXW_BORDER_NONE.rawValue)
    case .hair: UInt8(LXW_BORDER_HAIR.rawValue)
    case .thin: UInt8(LXW_BORDER_THIN.rawValue)
    case .thick: UInt8(LXW_BORDER_MEDIUM.rawValue)
    }
  }
}
