import ArgumentParser

@main
struct Scaffold: AsyncParsableCommand {}
