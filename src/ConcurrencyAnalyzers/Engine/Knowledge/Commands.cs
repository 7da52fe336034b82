using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Knowledge;

/// <summary>
/// Calls that, by their name, bring something about where their body is not seen: an account, a session, a reservation. Done
/// twice they leave two of them, whereas what is only looked up may be looked up as often as one likes.
/// </summary>
internal static class Commands
{
    private static readonly string[] s_verbs =
    [
        "Acquire", "Activate", "Allocate", "Authenticate", "Book", "Charge", "CheckIn", "Connect", "Create", "Enroll", "Handshake", "Insert", "Issue", "Join", "Launch", "Lease", "Listen", "LogIn", "Login", "LogOn", "Negotiate",
        "Open", "Order", "Pay", "Place", "Post", "Provision", "Publish", "Register", "Rent", "Reserve", "Send", "SignIn", "SignUp", "Spawn", "Start", "Submit", "Subscribe", "Upload",
    ];

    /// <summary>A call of a delegate goes by the name of the variable that holds it.</summary>
    public static bool Is(Call call) => NameOf(call) is var name && Array.Exists(s_verbs, verb => StartsWith(name, verb));

    private static string NameOf(Call call) => !call.IsDelegateCall ? call.Method.Name : call.Receiver switch
    {
        Value.Field { Facts.Name: var name } => name.TrimStart('_'),
        Value.Local { Variable.Name: var name } => name,
        _ => "",
    };

    /// <summary>The verb is a word of its own: an ordering is no order.</summary>
    private static bool StartsWith(string name, string verb) =>
        name.StartsWith(verb, StringComparison.OrdinalIgnoreCase) && (name.Length == verb.Length || char.IsUpper(name[verb.Length]));
}
