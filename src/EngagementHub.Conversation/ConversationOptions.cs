namespace EngagementHub.Conversation;

/// <summary>The section <c>Conversation</c> of the settings.</summary>
internal sealed record ConversationOptions
{
    /// <summary>Where the keys lie that protect writers' names: a folder outside the database and outside its backups.</summary>
    public string KeyFolder { get; init; } = "App_Data/pseudonym-keys";
}
