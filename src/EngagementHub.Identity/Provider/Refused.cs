namespace EngagementHub.Identity.Provider;

/// <summary>Why a sign-in, or a notice of the provider, is not believed. The word goes into the log and the page's reference; what was sent does not.</summary>
internal enum Refusal
{
    NoIdToken, Malformed, Type, Algorithm, Critical, UnknownKey, Signature, Issuer, Audience, AuthorizedParty, Expired, NotYetValid, IssuedInFuture, Nonce, AccessTokenHash, Subject,
    AnotherIssuer, CodeNotTaken, AnotherSubject, NotAskedAgain, NoLogoutEvent, HasNonce, NoIdentifier, Replayed, ProviderError, NotInvited, HasLeft,
}

/// <summary>The provider's answer is not believed, or the person is not let in.</summary>
internal sealed class RefusedException(Refusal why) : Exception(why.ToString())
{
    public Refusal Why => why;
}

/// <summary>The provider does not answer, or not with what a provider says.</summary>
internal sealed class ProviderAwayException(string what, Exception? inner = null) : Exception(what, inner);
