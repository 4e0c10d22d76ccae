namespace EngagementHub.Blogging.Posts.Writing;

/// <summary>One person's hand in a post. Everybody writes what they sign and nothing else; whoever leads the post also has its title, and the order of its sections.</summary>
/// <param name="By">The person.</param>
/// <param name="Leads">Whether the person began the post or runs the blog.</param>
/// <param name="Signers">Those who can sign a section, with the title they sign under.</param>
internal sealed record Contribution(StaffId By, bool Leads, IReadOnlyDictionary<StaffId, StaffCard> Signers)
{
    /// <summary>The wording that follows from what was typed over another.</summary>
    /// <exception cref="BrokenRuleException">Something was changed that is somebody else's.</exception>
    public Manuscript Over(Manuscript saved, Typed typed)
    {
        if (Leads)
        {
            return new(typed.Title, typed.Standfirst, saved.Kind, Arranged(saved, typed)) { Tags = Manuscript.TagsIn(typed.Tags) };
        }

        var own = typed.Sections.Index().Where(t => t.Item.Key != Guid.Empty).GroupBy(t => t.Item.Key).ToDictionary(t => t.Key, t => t.First());
        return saved with { Sections = [.. saved.Sections.Select(s => own.TryGetValue(s.Key, out var t) ? Rewritten(s, t.Item, t.Index) : s)] };
    }

    private IReadOnlyList<Section> Arranged(Manuscript saved, Typed typed) =>
        [.. typed.Sections.Index().DistinctBy(t => t.Item.Key == Guid.Empty ? Guid.NewGuid() : t.Item.Key).Select(t => Placed(saved, t.Item, t.Index)).OfType<Section>()];

    private Section? Placed(Manuscript saved, TypedSection typed, int place)
    {
        var before = typed.Key == Guid.Empty ? null : saved.Sections.FirstOrDefault(s => s.Key == typed.Key);
        if (before is not null)
        {
            // A text of one's own that was emptied is taken out; one that was asked for and is still empty stays.
            return Rewritten(before, typed, place) is { } after && (!after.IsAwaited || before.IsAwaited) ? after : null;
        }

        return typed.Author == By
            ? string.IsNullOrWhiteSpace(typed.Text) ? null : Signed(By, typed.Text, place)
            : typed.Key == Guid.Empty ? Asked(typed, place) : null;
    }

    private Section Rewritten(Section before, TypedSection typed, int place)
    {
        if (typed.Text is null || Section.Tidy(typed.Text) == before.Markdown)
        {
            return before;
        }

        return before.Author == By
            ? Signed(By, typed.Text, place) with { Key = before.Key }
            : throw new BrokenRuleException($"Only {before.Name} can change the section that {before.Name} signs. Ask them, or take the section out", Field(place));
    }

    private Section Asked(TypedSection typed, int place) => string.IsNullOrWhiteSpace(typed.Text)
        ? Signed(typed.Author, "", place)
        : throw new BrokenRuleException("People write what they sign. Leave a colleague's section empty: they are asked to write it", Field(place));

    private Section Signed(StaffId author, string text, int place) => Signers.TryGetValue(author, out var card)
        ? Section.SignedBy(card, text)
        : throw new BrokenRuleException("A section can be signed by the host, the stand-in, those who answer too, and you", Field(place));

    private static string Field(int place) => $"Sections[{place}].Text";
}
