// Each turn gets an object of its own from a factory; what an earlier turn left running knows only the earlier one.
namespace Cases.R011;

public sealed class Endpoints
{
    public List<string> Names { get; } = new();

    public static Endpoints Of(string name)
    {
        var made = new Endpoints();
        made.Names.Add(name);
        return made;
    }
}

public sealed class Connector
{
    public void Connect(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            var endpoints = Endpoints.Of(name);
            endpoints.Names.Add("backup of " + name);
            _ = Task.Run(() => endpoints.Names.Sort());
        }
    }
}
