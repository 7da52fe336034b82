// gRPC makes a service object for each call.
using Grpc.Core;

namespace Grpc.Core
{
    [AttributeUsage(AttributeTargets.Class)]
    public sealed class BindServiceMethodAttribute(Type type, string name) : Attribute
    {
        public string Name => type.Name + name;
    }
}

namespace Cases.F064
{
    public static class Greeter
    {
        [BindServiceMethod(typeof(Greeter), "BindService")]
        public abstract class GreeterBase
        {
            public abstract Task<string> SayHello(string name);
        }
    }

    public sealed class GreeterService : Greeter.GreeterBase
    {
        private static int s_greetings;
        private int _own;

        public override Task<string> SayHello(string name)
        {
            _own++;
            return Task.FromResult(name + ++s_greetings); // expect: RACE
        }
    }
}
