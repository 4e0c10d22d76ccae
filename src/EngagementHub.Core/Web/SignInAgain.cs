using Microsoft.AspNetCore.Http;

namespace EngagementHub.Core.Web;

/// <summary>Marks a request that was refused because the person signed in too long ago for what they hold: they are asked to show again that it is them.</summary>
public static class SignInAgain
{
    /// <summary>Where that is done.</summary>
    public const string Address = "/account/sign-in/again";

    private static readonly object Key = new();
    private static readonly object Acting = new();

    /// <summary>Marks the request.</summary>
    public static void AskedOf(HttpContext context) => context.Items[Key] = true;

    /// <summary>Whether it was marked.</summary>
    public static bool IsAskedOf(HttpContext context) => context.Items.ContainsKey(Key);

    /// <summary>Whether a form's act is under way, which asks for the person's rights to use them; while a page is looked at or made they are asked for to say what it offers.</summary>
    public static bool IsActing(HttpContext context) => context.Items.ContainsKey(Acting);

    internal static void Acts(HttpContext context, bool does)
    {
        if (does)
        {
            context.Items[Acting] = true;
        }
        else
        {
            context.Items.Remove(Acting);
        }
    }
}

/// <summary>A form's act needs a right that is a moderator's or administrator's, and the person signed in too long ago for that.</summary>
public sealed class SignInAgainException() : Exception("Signed in too long ago");
