namespace EngagementHub.Blogging.Posts.Writing;

/// <summary>Two people's changes to one wording, brought together where they touched different things.</summary>
internal static class Merge
{
    /// <summary>The wording with both changes in it, or nothing when both changed the same thing.</summary>
    public static Manuscript? Of(Manuscript start, Manuscript theirs, Manuscript mine)
    {
        var (title, standfirst) = (Of(start.Title, theirs.Title, mine.Title), Of(start.Standfirst, theirs.Standfirst, mine.Standfirst));
        var tags = Of(Line(start.Tags), Line(theirs.Tags), Line(mine.Tags));
        if (title is null || standfirst is null || tags is null || Sections(start, theirs, mine) is not { } sections)
        {
            return null;
        }

        return theirs with { Title = title, Standfirst = standfirst, Sections = sections, Tags = tags.Length == 0 ? [] : tags.Split('\n') };
    }

    private static string? Of(string start, string theirs, string mine) =>
        mine == start || mine == theirs ? theirs : theirs == start ? mine : null;

    private static string Line(IReadOnlyList<string> tags) => string.Join('\n', tags);

    // The order is of whoever changed it; what only the other has is put behind what stood before it there.
    private static List<Section>? Sections(Manuscript start, Manuscript theirs, Manuscript mine)
    {
        List<Section> merged = [];
        var (first, second) = Keys(mine).SequenceEqual(Keys(start)) ? (theirs, mine) : (mine, theirs);
        foreach (var key in Keys(first).Union(Keys(second)))
        {
            var (before, their, my) = (Find(start, key), Find(theirs, key), Find(mine, key));
            if (!Agree(before, their, my, out var section))
            {
                return null;
            }

            if (section is not null)
            {
                merged.Add(section);
            }
        }

        return merged;
    }

    private static bool Agree(Section? before, Section? their, Section? my, out Section? section)
    {
        section = Same(my, before) ? their : my;
        return Same(my, before) || Same(their, before) || Same(my, their);
    }

    private static bool Same(Section? one, Section? other) => one is null || other is null ? one is null && other is null : one.ReadsAs(other);

    private static IEnumerable<Guid> Keys(Manuscript words) => words.Sections.Select(s => s.Key);

    private static Section? Find(Manuscript words, Guid key) => words.Sections.FirstOrDefault(s => s.Key == key);
}
