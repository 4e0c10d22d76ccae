namespace EngagementHub.Records.Disclosure;

/// <summary>What leaves: everything in it has been struck already, titles and reasons too.</summary>
internal sealed record Pack(string Title, string Of, DateOnly MadeOn, IReadOnlyList<string> Rules, IReadOnlyList<PackChapter> Chapters, IReadOnlyList<StruckLine> Struck)
{
    public int Places => Struck.Sum(s => s.Count);
}

internal sealed record PackChapter(string Title, IReadOnlyList<PackItem> Items);

/// <summary>An item as it leaves. By the thing it is of the pages mark it; that is no part of the files.</summary>
internal sealed record PackItem(SubjectRef Of, string Title, DateOnly? Day, IReadOnlyList<PackPerson> People, IReadOnlyList<PackWords> Words);

internal sealed record PackPerson(string Part, string Who);

internal sealed record PackWords(string Label, string Text);

/// <summary>A line of the log of what was struck.</summary>
/// <param name="Place">In which item.</param>
/// <param name="What">What it is, as in "e-mail address"; never the words.</param>
/// <param name="Exemption">Under which exemption.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Count">How many times.</param>
internal sealed record StruckLine(string Place, string What, string Exemption, string Reason, int Count);

/// <summary>What was struck, word for word: for whoever checks it, and nobody else.</summary>
internal sealed record StruckWords(string What, string Words, string Exemption, int Count);
