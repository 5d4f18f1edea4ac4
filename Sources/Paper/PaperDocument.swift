internal import CPango
package import Domain

/// A PDF of pages that are drawn from the top of the first to the bottom of the last.
///
/// Lengths are in points from the upper left corner. Finished pages are bytes, not memory that
/// grows with what was drawn. What goes wrong in between is told at the end.
package final class PaperDocument {
  package let typesetter: Typesetter
  private let surface: OpaquePointer
  private let cairo: OpaquePointer
  private let sink = Sink()

  /// Where cairo sends the bytes of the file.
  private final class Sink {
    var bytes: [UInt8] = []
  }

  /// A document that says it was made at `created`, so that the same pages give the same bytes.
  package init(
    _ size: PaperSize, title: String, created: Instant, by typesetter: Typesetter
  ) throws(Failure) {
    self.typesetter = typesetter
    let library = typesetter.library
    let closure = Unmanaged.passUnretained(sink).toOpaque()
    guard
      let surface = library.pointee.cairo_pdf_surface_create_for_stream(
        { closure, bytes, count in
          guard let closure else { return 0 }
          let sink = Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
          sink.bytes.append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
          return 0
        }, closure, size.width, size.height),
      let cairo = library.pointee.cairo_create(surface)
    else { throw Failure(.fault, "no PDF could be begun") }
    (self.surface, self.cairo) = (surface, cairo)
    set(KOSH_PDF_TITLE, title)
    set(KOSH_PDF_CREATOR, "Kosh")
    // Without a zone, which the file then gives as UTC.
    set(KOSH_PDF_CREATE_DATE, "\(created.description.prefix(19))Z")
  }

  deinit {
    typesetter.library.pointee.cairo_destroy(cairo)
    typesetter.library.pointee.cairo_surface_destroy(surface)
  }

  private func set(_ kind: Int, _ value: String) {
    typesetter.library.pointee.cairo_pdf_surface_set_metadata(surface, UInt32(kind), value)
  }

  /// Ends the page; what is drawn next stands on another.
  package func endPage() { typesetter.library.pointee.cairo_show_page(cairo) }

  /// Ends the document and gives its bytes; nothing may be drawn afterwards.
  package func finish() throws(Failure) -> [UInt8] {
    let library = typesetter.library
    let drawn = library.pointee.cairo_status(cairo)
    library.pointee.cairo_surface_finish(surface)
    let status = drawn == 0 ? library.pointee.cairo_surface_status(surface) : drawn
    guard status == 0 else {
      let reason = library.pointee.cairo_status_to_string(status).map { String(cString: $0) }
      throw Failure(.fault, "the PDF could not be drawn: \(reason ?? "error \(status)")")
    }
    return sink.bytes
  }
}

extension PaperDocument {
  /// Text on one line, from `x` on, or up to it, or about it.
  package func draw(
    _ text: String, _ style: PaperStyle, x: Double, y: Double, _ alignment: PaperAlignment = .start,
    grey: Double = 0
  ) {
    guard !text.isEmpty else { return }
    let width = alignment == .start ? 0 : typesetter.width(of: text, style)
    guard let layout = typesetter.layOut(text, style) else { return }
    show(layout, x: x - (alignment == .end ? width : width / 2), y: y, grey: grey)
  }

  /// Text wrapped at `width`; what goes beyond `height` is cut and marked as cut.
  package func draw(
    _ text: String, _ style: PaperStyle, x: Double, y: Double, width: Double,
    height: Double? = nil, _ alignment: PaperAlignment = .start, grey: Double = 0
  ) {
    guard !text.isEmpty,
      let layout = typesetter.layOut(text, style, width: width, height: height, alignment)
    else { return }
    show(layout, x: x, y: y, grey: grey)
  }

  private func show(_ layout: OpaquePointer, x: Double, y: Double, grey: Double) {
    let library = typesetter.library
    library.pointee.cairo_set_source_rgb(cairo, grey, grey, grey)
    library.pointee.cairo_move_to(cairo, x, y)
    library.pointee.pango_cairo_show_layout(cairo, layout)
  }

  /// A straight line; broken into strokes where `dashed`.
  package func line(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double), width: Double,
    grey: Double = 0, dashed: Bool = false
  ) {
    polyline([start, end], width: width, grey: grey, dashed: dashed)
  }

  /// Straight lines from point to point.
  package func polyline(
    _ points: [(x: Double, y: Double)], width: Double, grey: Double = 0, dashed: Bool = false
  ) {
    guard let first = points.first else { return }
    let library = typesetter.library
    library.pointee.cairo_set_source_rgb(cairo, grey, grey, grey)
    library.pointee.cairo_set_line_width(cairo, width)
    library.pointee.cairo_set_dash(cairo, [4, 3], dashed ? 2 : 0, 0)
    library.pointee.cairo_move_to(cairo, first.x, first.y)
    for point in points.dropFirst() { library.pointee.cairo_line_to(cairo, point.x, point.y) }
    library.pointee.cairo_stroke(cairo)
    if dashed { library.pointee.cairo_set_dash(cairo, nil, 0, 0) }
  }

  /// A round mark.
  package func dot(x: Double, y: Double, radius: Double) {
    let library = typesetter.library
    library.pointee.cairo_set_source_rgb(cairo, 0, 0, 0)
    library.pointee.cairo_new_path(cairo)
    library.pointee.cairo_arc(cairo, x, y, radius, 0, 2 * .pi)
    library.pointee.cairo_fill(cairo)
  }

  /// A filled rectangle, with a thin frame where `framed`.
  package func fill(
    x: Double, y: Double, width: Double, height: Double, _ fill: PaperFill, framed: Bool = false
  ) {
    guard width > 0, height > 0 else { return }
    let library = typesetter.library
    switch fill {
    case .grey(let grey): library.pointee.cairo_set_source_rgb(cairo, grey, grey, grey)
    case .ink: library.pointee.cairo_set_source_rgb(cairo, 0.043, 0.31, 0.424)
    case .hatched, .crossed: library.pointee.cairo_set_source_rgb(cairo, 1, 1, 1)
    }
    library.pointee.cairo_rectangle(cairo, x, y, width, height)
    library.pointee.cairo_fill(cairo)
    if fill == .hatched || fill == .crossed {
      rule(x: x, y: y, width: width, height: height, slanting: fill == .hatched)
    }
    if framed {
      library.pointee.cairo_set_source_rgb(cairo, 0.2, 0.2, 0.2)
      library.pointee.cairo_set_line_width(cairo, 0.4)
      library.pointee.cairo_rectangle(cairo, x, y, width, height)
      library.pointee.cairo_stroke(cairo)
    }
  }

  /// Lines over an area, and nowhere beyond it.
  private func rule(x: Double, y: Double, width: Double, height: Double, slanting: Bool) {
    let library = typesetter.library
    library.pointee.cairo_save(cairo)
    library.pointee.cairo_rectangle(cairo, x, y, width, height)
    library.pointee.cairo_clip(cairo)
    library.pointee.cairo_set_source_rgb(cairo, 0.15, 0.15, 0.15)
    library.pointee.cairo_set_line_width(cairo, 0.6)
    var at = slanting ? x - height : x
    while at < x + width {
      library.pointee.cairo_move_to(cairo, at, y + height)
      library.pointee.cairo_line_to(cairo, slanting ? at + height : at, y)
      at += 3.4
    }
    var level = y
    while !slanting, level < y + height {
      library.pointee.cairo_move_to(cairo, x, level)
      library.pointee.cairo_line_to(cairo, x + width, level)
      level += 3.4
    }
    library.pointee.cairo_stroke(cairo)
    library.pointee.cairo_restore(cairo)
  }
}
