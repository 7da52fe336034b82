// Two loaders pull from one enumerator: MoveNext and Current of different threads mix, so rows are skipped or loaded twice. difficulty: medium
namespace Cases.U758;

public sealed record CustomerRow(int Number, string Name);

public static class CustomerFile
{
    public static IEnumerable<CustomerRow> Read(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split('|');
            yield return new CustomerRow(int.Parse(cells[0]), cells[1]);
        }
    }
}

public sealed class BulkLoader(Action<CustomerRow> insert)
{
    private int _loaded;

    public int Load(TextReader file)
    {
        using var rows = CustomerFile.Read(file).GetEnumerator();
        var helper = new Thread(Pump) { Name = "bulk load" };
        helper.Start();
        Pump();
        helper.Join();
        return _loaded;

        void Pump()
        {
            while (rows.MoveNext()) // expect: RACE#1
            {
                insert(rows.Current); // expect: RACE#1
                Interlocked.Increment(ref _loaded);
            }
        }
    }
}
