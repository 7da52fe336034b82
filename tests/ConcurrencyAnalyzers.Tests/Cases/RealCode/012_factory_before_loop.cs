// One object from a factory for all turns: the work of an earlier turn still uses it.
namespace Cases.R012;

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
        var endpoints = Endpoints.Of("first");
        foreach (var name in names)
        {
            endpoints.Names.Add(name);                   // expect: RACE#1
            _ = Task.Run(() => endpoints.Names.Sort());  // expect: RACE#1
        }
    }
}
