// Whoever comes first stores the default; a second one stores the same again.
namespace Cases.R007;

public sealed class Settings
{
    private Func<string, bool>? _validate;

    public Func<string, bool> Validate
    {
        get
        {
            if (_validate == null)
                _validate = AcceptAll;
            return _validate;
        }
    }

    private static bool AcceptAll(string name) => name.Length > 0;
}

public static class Listener
{
    public static void Serve(Settings settings, string[] names)
    {
        foreach (var name in names)
            ThreadPool.QueueUserWorkItem(_ => Console.WriteLine(settings.Validate(name)));
    }
}
