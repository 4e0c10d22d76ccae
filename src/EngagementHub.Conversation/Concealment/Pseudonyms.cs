using System.Security.Cryptography;

namespace EngagementHub.Conversation.Concealment;

/// <summary>A mark that is the same for all comments of one person in one discussion, and tells nobody without the key who that is.</summary>
/// <remarks>Whoever has the key and a list of staff finds the person behind a mark at once: the key is as good as the names until it is destroyed.</remarks>
internal sealed class Pseudonyms(KeyFolder keys)
{
    public static string KeyOf(Guid discussion) => discussion.ToString("N");

    public string MarkOf(Guid discussion, StaffId who) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(keys.FindOrMake(KeyOf(discussion)), who.Value.ToByteArray()));
}
