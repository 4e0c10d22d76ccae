namespace EngagementHub.Responses.Boards;

internal static class BoardLink
{
    public static string Of(SubjectRef scope) => $"/responses/{scope}";
}
