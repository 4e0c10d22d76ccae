using System.Diagnostics.CodeAnalysis;
using EngagementHub.Conversation.Discussions;
using EngagementHub.Core.Time;
using EngagementHub.Core.Ui;

namespace EngagementHub.Conversation.Comments;

/// <summary>How a writer may be shown, in the words people read before they type.</summary>
internal static class NameChoice
{
    public const string Named = "named";
    public const string Withheld = "withheld";
    public const string Together = "together";
    public const string Anonymous = "anonymous";

    /// <summary>Said where nobody can be hidden.</summary>
    public const string OnlyByName = "Comments in this discussion carry the writer’s name";

    private static readonly Choice ByName = new(Named, "With my name and title", "Colleagues can see who says it. You are told what becomes of your comment.");

    /// <summary>What the form sends for the discussion's own way of not being shown; nothing where there is none.</summary>
    public static string? Hidden(Discussion discussion) => discussion.Anonymity switch
    {
        Anonymity.NameWithheld => Withheld,
        Anonymity.KeptTogether => Together,
        Anonymity.NotRecorded => Anonymous,
        _ => null,
    };

    /// <summary>What was chosen; by name where the form leaves no choice. Whoever chose something else while there was a choice is asked again: nobody is named who did not want to be.</summary>
    public static string? Chosen(string? shown, Discussion discussion) => shown ?? (discussion.AnonymousAllowed ? null : Named);

    /// <summary>Whether the discussion's form offers it.</summary>
    public static bool IsOffered([NotNullWhen(true)] string? shown, Discussion discussion) => shown == Named || (shown is not null && shown == Hidden(discussion));

    public static IReadOnlyList<Choice> Of(Discussion discussion) => discussion.Anonymity switch
    {
        Anonymity.NameWithheld => [ByName, new(Withheld, "With my name withheld", "Readers, hosts and moderators do not see who you are. Your name is stored encrypted: two people together can open it, on stated grounds. You would be told, and every opening is counted in public. You get a code to follow your comment.")],
        Anonymity.KeptTogether when discussion.KeyDestroyedOn is not null => [ByName, new(Together, "Anonymously", "Your name is not stored with the comment. The key that kept one person’s comments together is destroyed, so nothing ties this one to others. You get a code to follow it.")],
        Anonymity.KeptTogether => [ByName, new(Together, "Anonymously, my comments kept together", $"Your name is not stored. All you write here this way carries one number, as in “Anonymous 3”. {Until(discussion)} You get a code to follow your comment.")],
        Anonymity.NotRecorded => [ByName, new(Anonymous, "Anonymously", "Your name is not stored with the comment, so nobody can look it up, moderators included. You get a code to follow it.")],
        _ => [ByName],
    };

    /// <summary>The same in a few words, beside a comment.</summary>
    public static string? Said(Anonymity level) => level switch
    {
        Anonymity.NameWithheld => "stored encrypted, opened only by two people together",
        Anonymity.KeptTogether => "name not stored; one number for one person",
        Anonymity.NotRecorded => "name not stored",
        _ => null,
    };

    /// <summary>What the hub keeps that leads to the writer, as it is said when the comment is in.</summary>
    public static string Kept(Anonymity level) => level switch
    {
        Anonymity.NameWithheld => "Your name is stored encrypted beside the comment; two people together can open it, and you would be told.",
        Anonymity.KeptTogether => "Your name is not stored with the comment. Until its key is destroyed, a person with the database and the key could work it out.",
        _ => "Your name is not stored with the comment. Of what we store, only this code’s fingerprint leads to it.",
    };

    /// <summary>What stands for the name of a comment that carries none.</summary>
    public static string Label(Anonymity level, int? voice) => level switch
    {
        Anonymity.NameWithheld => "Name withheld",
        _ when voice is { } number => $"Anonymous {number}",
        _ => "Anonymous",
    };

    private static string Until(Discussion discussion) => discussion.KeyUntil is { } day
        ? $"Until {Say.Day(day)} a person with both the database and a separate key could work out who you are; then the key is destroyed, and nobody can."
        : "";
}
