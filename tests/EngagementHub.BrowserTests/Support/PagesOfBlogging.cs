namespace EngagementHub.BrowserTests.Support;

internal sealed partial record PageToSee
{
    internal static IEnumerable<PageToSee> Blogging() =>
    [
        new("blogs", Reader, "/blogs"),
        new("blogs/add", "administrator", "/blogs/add"),
        new("blogs/{blog}", Reader, Blog),
        new("blogs/{blog}/settings", Owner, $"{Blog}/settings"),
        new("blogs/{blog}/{year:int:range(1990,9998)}/{month:int:range(1,12)?}", Reader, $"{Blog}/2007/04"),
        new("blogs/{blog}/{year:int:range(1990,9998)}/{month:int:range(1,12)}/{day:int:range(1,31)}/{slug}", Reader, $"{Blog}/2007/04/18/ten-days-to-ask-hr"),
        new("blogs/{blog}/by/{userName}", Reader, $"{Blog}/by/head-of-hr"),
        new("blogs/{blog}/tags/{**tag}", Reader, $"{Blog}/tags/it"),
        new("blogs/{blog}/subscribe", Reader, $"{Blog}/subscribe"),
        new("mail/subscriptions", Reader, "/mail/subscriptions"),
        new("blogs/{blog}/hosting", Owner, $"{Blog}/hosting"),
        new("blogs/{blog}/hosting/calendar/{year:int:range(1990,9998)?}/{month:int:range(1,12)?}", Owner, $"{Blog}/hosting/calendar/2007/06"),
        new("blogs/{blog}/hosting/invite", Owner, $"{Blog}/hosting/invite"),
        new("blogs/{blog}/hosting/{id:guid}", Owner, $"{Blog}/hosting/{Days}"),
        new("blogs/{blog}/hosting/{id:guid}/answer", "head-of-it", "{invitation}/answer"),
        new("blogs/{blog}/hosting/{id:guid}/last-day", Owner, $"{Blog}/hosting/{Days}/last-day"),
        new("blogs/{blog}/hosting/{id:guid}/co-responders", Owner, $"{Blog}/hosting/{Days}/co-responders"),
        new("blogs/{blog}/hosting/{id:guid}/stand-in", Host, $"{Blog}/hosting/{Days}/stand-in"),
        new("blogs/{blog}/hosting/{id:guid}/question-days", Host, $"{Blog}/hosting/{Days}/question-days"),
        new("blogs/{blog}/hosting/{id:guid}/handover", Owner, $"{Blog}/hosting/{StableId.From("it-2007")}/handover"),
        new("blogs/{blog}/hosting/{id:guid}/handover/{line:guid}/decline", Owner, "{decline}"),
        new("blogs/{blog}/hosting/{id:guid}/withdraw", Owner, "{invitation}/withdraw"),
        new("blogs/{blog}/export", Owner, $"{Blog}/export"),
        new("blogs/{blog}/desk", Host, $"{Blog}/desk"),
        new("blogs/{blog}/write/{id:guid?}", Host, $"{Blog}/write"),
        new("blogs/{blog}/write/{id:guid}/publish", Host, "{draft}/publish"),
        new("blogs/{blog}/write/{id:guid}/history", Host, "{draft}/history"),
        new("blogs/{blog}/write/{id:guid}/compare", Host, "{draft}/compare"),
        new("blogs/{blog}/write/{id:guid}/return", Owner, "{draft}/return"),
        new("blogs/{blog}/write/{id:guid}/withdraw", Host, "{draft}/withdraw"),
        new("blogs/{blog}/write/{id:guid}/correct", Host, $"{Blog}/write/{StableId.From("hr-open")}/correct"),
    ];
}
