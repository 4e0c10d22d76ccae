using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace EngagementHub.Blogging.Subscriptions;

/// <summary>What a mail carries to stop its subscription: random, in the mail only. The hub keeps the hash.</summary>
internal sealed record UnsubscribeToken(string Text)
{
    private const int Bytes = 32;

    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    public string Url => $"/mail/unsubscribe/{Text}";

    public static UnsubscribeToken New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)));
}
