namespace EngagementHub.Conversation.Signposts;

/// <summary>Where somebody goes with a case of their own, and the words by which one is recognised.</summary>
/// <param name="Key">The same through all versions.</param>
/// <param name="Name">What it is about, as in "Your own pay".</param>
/// <param name="Words">One phrase a line; see <see cref="PhraseBook"/>.</param>
/// <param name="Advice">What the writer is told, in Markdown.</param>
/// <param name="Contact">The words of the link.</param>
/// <param name="ContactUrl">A local path, a web address or a mail address.</param>
/// <param name="IsOff">Kept, and not used.</param>
internal sealed record Signpost(Guid Key, string Name, string Words, string Advice, string Contact, string ContactUrl, bool IsOff = false)
{
    public bool PointsFor(string text, IReadOnlySet<string> colleagues) => !IsOff && PhraseBook.Of(Words).StandIn(text, colleagues);
}
