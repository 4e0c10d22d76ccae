using System.Text.Json;

namespace EngagementHub.Benchmarks;

/// <summary>A blog with one post and comments on it, as a recipe.</summary>
internal static class PostPage
{
    public static string Recipe(int comments, string decision = "published") => JsonSerializer.Serialize(new
    {
        name = "bench",
        steps = new object[]
        {
            new { name = "Staff", Staff = new[] { Person("office", "Blog owner"), Person("moderator", "Moderator"), Person("reader", null) } },
            new { name = "CodeOfConduct", Versions = new[] { new { Version = "1.0", InForceFrom = "2007-01-01", Clauses = new[] { new { Number = 1, Title = "Be civil", Text = "Criticise the idea, not the person." } } } } },
            new { name = "content", data = new object[] { Blog(), Post("bench-post", "how-we-work") } },
            new { name = "Comments", DecidedBy = "moderator", Discussions = new[] { new { On = "bench-post", Comments = Enumerable.Range(1, comments).Select(i => Comment(i, decision)) } } },
        },
    });

    public static object Person(string name, string? role) => new { UserName = name, Name = $"The {name}", Title = "Somebody", Roles = role is null ? Array.Empty<string>() : [role], Persona = true };

    public static object Blog() => new
    {
        ContentType = "Blog",
        ContentItemId = "bench",
        ContentItemVersionId = "bench-v1",
        DisplayText = "Bench",
        Owner = "office",
        TitlePart = new { Title = "Bench" },
        AutoroutePart = new { Path = "bench" },
    };

    public static object Post(string id, string slug, bool isOpen = false) => new
    {
        ContentType = "BlogPost",
        ContentItemId = id,
        ContentItemVersionId = $"{id}-v1",
        DisplayText = "How we work",
        Owner = "office",
        Author = "office",
        Published = true,
        PublishedUtc = "2007-04-18T08:00:00Z",
        TitlePart = new { Title = "How we work" },
        AutoroutePart = new { Path = $"bench/2007/04/18/{slug}" },
        MarkdownBodyPart = new { Markdown = string.Join("\n\n", Enumerable.Range(1, 12).Select(i => $"Paragraph {i}. " + string.Concat(Enumerable.Repeat("Words that somebody wrote about how the work is done. ", 8)))) },
        ContainedPart = new { ListContentItemId = "bench" },
        CommentsPart = new { PreModerated = !isOpen },
    };

    public static object Comment(int i, string decision, string on = "bench") => new
    {
        Id = $"{on}-{i}",
        Author = "reader",
        Text = $"Comment {i}. I have **waited** four weeks for an account. " + string.Concat(Enumerable.Repeat("It would help to know why. ", 1 + (i % 9))),
        Written = "2007-04-19T09:00:00Z",
        Decision = decision,
        DecidedAt = "2007-04-19T12:00:00Z",
    };
}
