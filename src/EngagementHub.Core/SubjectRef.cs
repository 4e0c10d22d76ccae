namespace EngagementHub.Core;

/// <summary>Names a thing of any module, such as <c>blogging.post</c> and its identifier. Modules point at each other's things only by this.</summary>
/// <param name="Kind">Module and noun in lower case, as in <c>blogging.post</c>.</param>
/// <param name="Id">The thing's own identifier.</param>
public readonly record struct SubjectRef(string Kind, Guid Id)
{
    /// <summary>Reads the text form <c>blogging.post/GUID</c>.</summary>
    /// <exception cref="FormatException">The text is not of that form.</exception>
    public static SubjectRef Parse(string text) =>
        TryParse(text, out var subject) ? subject : throw new FormatException($"'{text}' does not name a thing as kind/identifier");

    /// <summary>Reads the text form <c>blogging.post/GUID</c> without throwing.</summary>
    public static bool TryParse(string? text, out SubjectRef subject)
    {
        subject = default;
        var slash = text?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        if (slash <= 0 || !Guid.TryParse(text.AsSpan(slash + 1), out var id))
        {
            return false;
        }

        subject = new SubjectRef(text![..slash], id);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Kind}/{Id}";
}
