using ConcurrencyAnalyzers.CodeFixes.SharedState;
using ConcurrencyAnalyzers.Rules.SharedState;

namespace ConcurrencyAnalyzers.Tests.Fixes.SharedState;

public class HandOverTests : FixTest<UnsynchronizedAccess, UnsynchronizedAccessFix>
{
    private static string Program(string type, string produce, string use, string item = "") => $$"""
        using System.Threading.Channels;

        {{item}}public sealed class Meter
        {
            private readonly Channel<{{type}}> _out = Channel.CreateBounded<{{type}}>(8);

            public Task RunAsync(Func<int> read) => Task.WhenAll(Task.Run(() => ProduceAsync(read)), Task.Run(ConsumeAsync));

            private async Task ProduceAsync(Func<int> read)
            {
                {{produce.Replace("\n", "\n        ")}}
                _out.Writer.Complete();
            }

            private async Task ConsumeAsync()
            {
                await foreach (var got in _out.Reader.ReadAllAsync())
                    Console.WriteLine({{use}});
            }
        }
        """;

    private const string Sample = "public sealed class Sample\n{\n    public int Value;\n    public int Number;\n}\n\n";

    [Fact]
    public Task Each_turn_makes_its_own() => Fixes(
        Program("Sample", "var sample = new Sample(); // one\nfor (var i = 0; i < 100; i++)\n{\n    {|CONC1001:sample.Value = read()|};\n    await _out.Writer.WriteAsync(sample);\n}", "got.Value", Sample),
        Program("Sample", "for (var i = 0; i < 100; i++)\n{\n    var sample = new Sample();\n    sample.Value = read();\n    await _out.Writer.WriteAsync(sample); // one\n}", "got.Value", Sample));

    [Theory]
    [InlineData("var sample = new Sample();\nfor (var i = 0; i < 100; i++)\n{\n    if (i % 2 == 0)\n        {|CONC1001:sample.Value = read()|};\n    await _out.Writer.WriteAsync(sample);\n}")]
    [InlineData("var sample = new Sample();\nfor (var i = 0; i < 100; i++)\n{\n    {|CONC1001:sample.Value += read()|};\n    await _out.Writer.WriteAsync(sample);\n}")]
    public Task What_is_kept_from_turn_to_turn_keeps_its_object(string produce) => Declines(Program("Sample", produce, "got.Value", Sample));

    [Fact]
    public Task A_copy_of_a_batch_is_sent() => Fixes(
        Program("List<int>", "var batch = new List<int>();\nfor (var i = 0; i < 100; i++)\n{\n    {|CONC1001:batch.Add|}(read());\n    if (batch.Count == 10)\n    {\n        await _out.Writer.WriteAsync(batch);\n        {|CONC1001:batch.Clear|}();\n    }\n}", "string.Join(',', got)"),
        Program("List<int>", "var batch = new List<int>();\nfor (var i = 0; i < 100; i++)\n{\n    batch.Add(read());\n    if (batch.Count == 10)\n    {\n        await _out.Writer.WriteAsync([.. batch]);\n        batch.Clear();\n    }\n}", "string.Join(',', got)"));

    [Fact]
    public Task A_copy_of_a_buffer_is_sent() => Fixes(
        Program("int[]", "var frame = new int[64];\nfor (var i = 0; i < 100; i++)\n{\n    for (var j = 0; j < frame.Length; j++)\n        {|CONC1001:frame[j] = read()|};\n    await _out.Writer.WriteAsync(frame);\n}", "got[0]"),
        Program("int[]", "var frame = new int[64];\nfor (var i = 0; i < 100; i++)\n{\n    for (var j = 0; j < frame.Length; j++)\n        frame[j] = read();\n    await _out.Writer.WriteAsync((int[])frame.Clone());\n}", "got[0]"));
}
