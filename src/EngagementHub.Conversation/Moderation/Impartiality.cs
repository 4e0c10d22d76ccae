using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using EngagementHub.Conversation.Comments;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Moderation;

/// <summary>Which comments a moderator may not decide, because they are a party: their own, those that name them, and replies to their own.</summary>
internal sealed class Impartiality
{
    private static readonly SearchValues<char> Reshaping = SearchValues.Create("&\\[]<`~");
    private static readonly ConcurrentDictionary<string, Regex> Names = new();

    private readonly StaffId _moderator;
    private readonly Regex? _name;
    private readonly string _letters = "";
    private readonly HashSet<Guid> _own;

    private Impartiality(StaffId moderator, string? name, HashSet<Guid> own)
    {
        (_moderator, _own, _letters) = (moderator, own, LettersOf(name ?? ""));
        _name = string.IsNullOrWhiteSpace(name)
            ? null
            : Names.GetOrAdd(name, Pattern);
    }

    private static Regex Pattern(string name) =>
        new($@"\b{string.Join(@"\s+", name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape))}\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public static Impartiality Of(StaffId moderator, string? name, params IEnumerable<Guid> own) => new(moderator, name, [.. own]);

    public static async Task<Impartiality> LoadAsync(HubDb db, ICurrentStaff staff, IEnumerable<Comment> comments)
    {
        var (moderator, answered) = (staff.Id, comments.Select(c => c.ReplyTo).OfType<Guid>().Distinct().ToList());
        var own = answered.Count == 0 ? [] : await db.Comments.Where(c => answered.Contains(c.Id) && c.Author == moderator).Select(c => c.Id).ToListAsync();
        return new Impartiality(moderator, (await staff.CardAsync())?.Name, [.. own]);
    }

    /// <summary>Why somebody else has to decide the comment, or nothing.</summary>
    public string? WhyNot(Comment comment) =>
        comment.Author == _moderator ? "You wrote this comment, so another moderator decides it"
        : comment.ReplyTo is { } answered && _own.Contains(answered) ? "This comment answers one of yours, so another moderator decides it"
        : IsNamedIn(comment) ? "This comment names you, so another moderator decides it"
        : null;

    // Making plain text of a comment takes longer than all the rest. Without links, entities and code, Markdown only leaves marks out, so a name whose letters do not follow one another in what was typed cannot be in it.
    private bool IsNamedIn(Comment comment) => _name is not null
        && (!Ascii.IsValid(comment.Text) || !Ascii.IsValid(_letters) || comment.Text.AsSpan().ContainsAny(Reshaping) || HasInARow(comment.Text, _letters))
        && _name.IsMatch(comment.Plain);

    private static bool HasInARow(string text, string letters)
    {
        var row = ArrayPool<char>.Shared.Rent(text.Length);
        var length = 0;
        foreach (var letter in text.AsSpan())
        {
            row[length] = letter;
            length += char.IsLetter(letter) ? 1 : 0;
        }

        var has = row.AsSpan(0, length).Contains(letters, StringComparison.OrdinalIgnoreCase);
        ArrayPool<char>.Shared.Return(row);
        return has;
    }

    private static string LettersOf(string text) => string.Concat(text.Where(char.IsLetter));

    public void MustLetDecide(Comment comment)
    {
        if (WhyNot(comment) is { } why)
        {
            throw new BrokenRuleException(why);
        }
    }
}
