using Microsoft.AspNetCore.Http;

namespace EngagementHub.Core.Web;

/// <summary>Marks a request that was refused because the person signed in too long ago for what they hold: they are asked to show again that it is them.</summary>
public static class SignInAgain
{
    /// <summary>Where that is done.</summary>
    public const string Address = "/account/sign-in/again";

    private static readonly object Key = new();

    /// <summary>Marks the request.</summary>
    public static void AskedOf(HttpContext context) => context.Items[Key] = true;

    /// <summary>Whether it was marked.</summary>
    public static bool IsAskedOf(HttpContext context) => context.Items.ContainsKey(Key);
}
