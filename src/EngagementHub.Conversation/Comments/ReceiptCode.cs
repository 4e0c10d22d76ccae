using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace EngagementHub.Conversation.Comments;

/// <summary>The code by which the writer of an anonymous comment, and nobody else, finds it again. Only its hash is stored.</summary>
/// <remarks>Made from the form's random key, the text and how the writer is shown: a request sent twice yields one comment and the same code, and one sent again without the name is another comment.</remarks>
internal readonly record struct ReceiptCode
{
    // Crockford's alphabet: no I, L, O or U, so a code can be read aloud and typed.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 26;

    private readonly string _letters;

    private ReceiptCode(string letters) => _letters = letters;

    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(_letters)));

    public static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Whether it can be a form's key.</summary>
    public static bool IsKey([NotNullWhen(true)] string? key) => key is { Length: 32 };

    public static ReceiptCode Of(string key, Guid discussion, string shown, string text)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{key}/{discussion}/{shown}/{text}"));
        var bits = new UInt128(BitConverter.ToUInt64(bytes), BitConverter.ToUInt64(bytes, 8));
        var letters = new char[Length];
        for (var i = 0; i < Length; i++)
        {
            (letters[i], bits) = (Alphabet[(int)(bits & 31)], bits >> 5);
        }

        return new ReceiptCode(new string(letters));
    }

    /// <summary>Reads what a person typed: spaces, dashes and case do not matter, O counts as 0, I and L as 1.</summary>
    public static ReceiptCode? Read(string? typed)
    {
        var letters = new string([.. (typed ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Select(Meant)]);
        return letters.Length == Length && letters.All(Alphabet.Contains) ? new ReceiptCode(letters) : null;
    }

    /// <summary>In groups of four, to be read and copied.</summary>
    public override string ToString() => string.Join('-', _letters.Chunk(4).Select(four => new string(four)));

    private static char Meant(char typed) => typed switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        _ => typed,
    };
}
