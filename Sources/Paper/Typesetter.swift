internal import CPango
package import Domain

/// Measures texts, and makes the lines that paper takes, by Pango.
///
/// Letters are set without kerning, so that the width of a plain text is the sum of its letters:
/// a register of a hundred thousand rows is measured without laying each cell out.
package final class Typesetter {
  let library: UnsafePointer<kosh_pango>
  private let config: OpaquePointer
  private let map: OpaquePointer
  private let context: OpaquePointer
  private let family: String
  private var faces: [PaperStyle: Face] = [:]
  private var regular: [Double]
  private var bold: [Double]

  /// A layout that is used again for every text of its style.
  private struct Face {
    let layout: OpaquePointer
    let lineHeight: Double
    let baseline: Double
  }

  package init(_ fonts: PaperFonts, language: Language) throws(Failure) {
    library = try Self.open()
    let call = library
    guard let config = call.pointee.FcConfigCreate(),
      let map = call.pointee.pango_cairo_font_map_new()
    else { throw Failure(.fault, "Pango could not be made ready") }
    for file in fonts.files where call.pointee.FcConfigAppFontAddFile(config, file) == 0 {
      throw Failure(
        .reportFonts, "no PDF can be made: \(file) is no font",
        hint: "on Debian and Ubuntu: apt install --reinstall fonts-noto-core")
    }
    call.pointee.pango_fc_font_map_set_config(map, config)
    guard let context = call.pointee.pango_font_map_create_context(map) else {
      throw Failure(.fault, "Pango could not be made ready")
    }
    (self.config, self.map, self.context) = (config, map, context)
    family = fonts.families.joined(separator: ",")
    regular = Array(repeating: -1, count: Self.plain)
    bold = regular
    // A point of the font is a point of the page, and no letter is moved to whole points.
    call.pointee.pango_cairo_context_set_resolution(context, 72)
    let options = call.pointee.cairo_font_options_create()
    call.pointee.cairo_font_options_set_hint_metrics(options, UInt32(KOSH_HINT_METRICS_OFF))
    call.pointee.cairo_font_options_set_hint_style(options, UInt32(KOSH_HINT_STYLE_NONE))
    call.pointee.pango_cairo_context_set_font_options(context, options)
    call.pointee.cairo_font_options_destroy(options)
    call.pointee.pango_context_set_round_glyph_positions(context, 0)
    let tag = call.pointee.pango_language_from_string(language.rawValue)
    call.pointee.pango_context_set_language(context, tag)
  }

  deinit {
    for face in faces.values { library.pointee.g_object_unref(.init(face.layout)) }
    library.pointee.g_object_unref(.init(context))
    library.pointee.g_object_unref(.init(map))
    library.pointee.FcConfigDestroy(config)
  }

  private static func open() throws(Failure) -> UnsafePointer<kosh_pango> {
    var problem: UnsafePointer<CChar>?
    if let library = kosh_pango(&problem) { return library }
    let reason = problem.map { String(cString: $0) } ?? "Pango cannot be opened"
    throw Failure(
      .reportLibrary, "no PDF can be made: \(reason)",
      hint: "install Pango and cairo; on Debian and Ubuntu: apt install libpangocairo-1.0-0")
  }
}

extension Typesetter {
  /// The height of one line, and how far its letters stand below its top.
  package func lineHeight(_ style: PaperStyle) -> Double { face(style)?.lineHeight ?? style.size }
  package func baseline(_ style: PaperStyle) -> Double { face(style)?.baseline ?? style.size }

  /// The width of the text on one line, in points.
  package func width(of text: String, _ style: PaperStyle) -> Double {
    var sum = 0.0
    for scalar in text.unicodeScalars {
      guard Self.isPlain(scalar.value) else { return laidOutWidth(of: text, style) }
      sum += advance(scalar, bold: style.isBold)
    }
    return sum * style.size
  }

  /// Whether the text is of letters that stand one after another, each as wide as it always is.
  package static func isPlain(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { isPlain($0.value) }
  }

  /// The height and the first baseline of the text when it is wrapped at `width`.
  package func extent(of text: String, _ style: PaperStyle, width: Double)
    -> (height: Double, baseline: Double)
  {
    guard let layout = layOut(text, style, width: width) else { return (style.size, style.size) }
    var (across, down): (Int32, Int32) = (0, 0)
    library.pointee.pango_layout_get_size(layout, &across, &down)
    return (Self.points(down), Self.points(library.pointee.pango_layout_get_baseline(layout)))
  }

  /// The text as a layout of its style; nil where Pango has none to give.
  func layOut(
    _ text: String, _ style: PaperStyle, width: Double? = nil, height: Double? = nil,
    _ alignment: PaperAlignment = .start
  ) -> OpaquePointer? {
    guard let layout = face(style)?.layout else { return nil }
    let call = library
    call.pointee.pango_layout_set_width(layout, width.map(Self.units) ?? -1)
    call.pointee.pango_layout_set_height(layout, height.map(Self.units) ?? -1)
    let cut = height == nil ? KOSH_ELLIPSIZE_NONE : KOSH_ELLIPSIZE_END
    call.pointee.pango_layout_set_ellipsize(layout, UInt32(cut))
    call.pointee.pango_layout_set_alignment(layout, Self.code(of: alignment))
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { letters in
        let count = Int32(clamping: letters.count)
        call.pointee.pango_layout_set_text(layout, letters.baseAddress, count)
      }
    }
    return layout
  }
}

extension Typesetter {
  /// Letters below this are looked up in a table.
  private static let plain = 0x2150

  /// Letters and signs that neither join, nor stack, nor run from right to left.
  private static func isPlain(_ value: UInt32) -> Bool {
    switch value {
    case 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x300, 0x370..<0x483, 0x48A..<0x530: true
    case 0x2010..<0x2028, 0x202F..<0x2060, 0x20A0..<0x20C1, 0x2100..<0x2150: true
    default: false
    }
  }

  /// The width of a letter of one point.
  private func advance(_ scalar: Unicode.Scalar, bold isBold: Bool) -> Double {
    let index = Int(scalar.value)
    let known = isBold ? bold[index] : regular[index]
    guard known < 0 else { return known }
    // Measured large, so that the units of Pango do not show.
    let width = laidOutWidth(of: String(scalar), PaperStyle(100, bold: isBold)) / 100
    if isBold { bold[index] = width } else { regular[index] = width }
    return width
  }

  private func laidOutWidth(of text: String, _ style: PaperStyle) -> Double {
    guard let layout = layOut(text, style) else { return 0 }
    var (across, down): (Int32, Int32) = (0, 0)
    library.pointee.pango_layout_get_size(layout, &across, &down)
    return Self.points(across)
  }

  private func face(_ style: PaperStyle) -> Face? {
    if let face = faces[style] { return face }
    guard let layout = library.pointee.pango_layout_new(context) else { return nil }
    describe(layout, style)
    library.pointee.pango_layout_set_wrap(layout, UInt32(KOSH_WRAP_WORD_CHAR))
    library.pointee.pango_layout_set_text(layout, "Ғ", -1)
    var (across, down): (Int32, Int32) = (0, 0)
    library.pointee.pango_layout_get_size(layout, &across, &down)
    let baseline = library.pointee.pango_layout_get_baseline(layout)
    let face = Face(
      layout: layout, lineHeight: Self.points(down), baseline: Self.points(baseline))
    faces[style] = face
    return face
  }

  private func describe(_ layout: OpaquePointer, _ style: PaperStyle) {
    let call = library
    let font = call.pointee.pango_font_description_new()
    call.pointee.pango_font_description_set_family(font, family)
    let weight = style.isBold ? KOSH_WEIGHT_BOLD : KOSH_WEIGHT_NORMAL
    call.pointee.pango_font_description_set_weight(font, UInt32(weight))
    let size = style.size * Double(KOSH_PANGO_SCALE)
    call.pointee.pango_font_description_set_absolute_size(font, size)
    call.pointee.pango_layout_set_font_description(layout, font)
    call.pointee.pango_font_description_free(font)
    let attributes = call.pointee.pango_attr_list_new()
    let features = call.pointee.pango_attr_font_features_new("kern=0, liga=0, clig=0")
    call.pointee.pango_attr_list_insert(attributes, features)
    call.pointee.pango_layout_set_attributes(layout, attributes)
    call.pointee.pango_attr_list_unref(attributes)
  }

  private static func code(of alignment: PaperAlignment) -> UInt32 {
    switch alignment {
    case .start: UInt32(KOSH_ALIGN_LEFT)
    case .centre: UInt32(KOSH_ALIGN_CENTRE)
    case .end: UInt32(KOSH_ALIGN_RIGHT)
    }
  }

  private static func points(_ units: Int32) -> Double { Double(units) / Double(KOSH_PANGO_SCALE) }

  private static func units(_ points: Double) -> Int32 {
    Int32(max(0, points) * Double(KOSH_PANGO_SCALE))
  }
}
