namespace EngagementHub.Core.Ports;

/// <summary>How to speak of a thing and where it is shown.</summary>
/// <param name="Title">Its name for readers.</param>
/// <param name="Url">Its local path.</param>
public sealed record SubjectCard(string Title, string Url);

/// <summary>A thing with its name, for a slot that links to something about it.</summary>
/// <param name="Subject">The thing.</param>
/// <param name="Name">Its name for readers.</param>
public sealed record NamedThing(SubjectRef Subject, string Name);

/// <summary>A module's answer to "what is this and where is it?" for the kinds it owns.</summary>
public interface IDescribeSubject
{
    /// <summary>Whether this module owns that kind of thing.</summary>
    bool Knows(string kind);

    /// <summary>The thing's card, or nothing when it is not there (any more).</summary>
    Task<SubjectCard?> DescribeAsync(SubjectRef subject, CancellationToken cancellation = default);
}

/// <summary>Asks whichever module knows.</summary>
public sealed class Subjects(IEnumerable<IDescribeSubject> describers)
{
    /// <summary>The thing's card, or nothing when no module knows it.</summary>
    public async Task<SubjectCard?> DescribeAsync(SubjectRef subject, CancellationToken cancellation = default) =>
        describers.FirstOrDefault(d => d.Knows(subject.Kind)) is { } describer ? await describer.DescribeAsync(subject, cancellation) : null;
}
