package import Domain

/// The code with which `body` is refused; nil where it is not.
package func refusal<Result>(_ body: () throws -> Result) -> Code? {
  failure(of: body)?.code
}

/// The sentence with which `body` is refused; nil where it is not.
package func refusalDetail<Result>(_ body: () throws -> Result) -> String? {
  failure(of: body)?.detail
}

/// What `body` fails with; an error of another kind is a fault.
package func failure<Result>(of body: () throws -> Result) -> Failure? {
  do {
    _ = try body()
    return nil
  } catch {
    return error as? Failure ?? Failure(.fault, "\(error)")
  }
}
